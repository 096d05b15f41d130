package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.identity.RightsRefused.Reason;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * What the people of a client may there. A change is judged here, whoever asks for it: nobody gives
 * or takes what he has not, or changes himself, and a client keeps an administrator. It holds
 * within a second, and ends what the person was offered by an open invitation. Safe for any number
 * of threads; to be called outside of any unit of work.
 */
public final class Members {

  private static final String SELECT =
      "select m from MembershipRow m join fetch m.user left join fetch m.customRole"
          + " where m.tenant = :tenant";

  private final RegistryDatabase registry;
  private final Audit audit;
  private final OpenInvitations invitations;
  private final Clock clock;

  public Members(RegistryDatabase registry, Audit audit, Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.invitations = new OpenInvitations(audit, clock);
    this.clock = clock;
  }

  /** All who belong or belonged to a client, by address. */
  public List<Member> list(TenantId tenant) {
    return registry.read(
        em ->
            em.createQuery(SELECT + " order by m.user.email", MembershipRow.class)
                .setParameter("tenant", tenant.slug())
                .getResultStream()
                .map(MembershipRow::toMember)
                .toList());
  }

  /** How many sessions each of a client's people has open, to whichever client; by user id. */
  public Map<Long, Long> openSessions(TenantId tenant) {
    return registry.read(
        em ->
            em.createQuery(
                    "select s.user.id, count(s) from SessionRow s where s.endedAt is null"
                        + " and s.expiresAt > :now and s.user.id in (select m.user.id"
                        + " from MembershipRow m where m.tenant = :tenant) group by s.user.id",
                    Object[].class)
                .setParameter("now", clock.instant())
                .setParameter("tenant", tenant.slug())
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1])));
  }

  /** Which of a client's people have a second factor; by user id. */
  public Set<Long> withSecondFactor(TenantId tenant) {
    return registry.read(
        em ->
            em.createQuery(
                    "select t.userId from TotpRow t where t.confirmedAt is not null and t.userId in"
                        + " (select m.user.id from MembershipRow m where m.tenant = :tenant)",
                    Long.class)
                .setParameter("tenant", tenant.slug())
                .getResultStream()
                .collect(Collectors.toSet()));
  }

  /**
   * @throws NotFoundException when the client has, and had, no such person
   */
  public Member get(TenantId tenant, long userId) {
    return registry.read(em -> row(em, tenant, userId).toMember());
  }

  /**
   * Gives a person another role or other batteries. Repeating it changes nothing.
   *
   * @param giver what the one who asks may at that client; {@link Membership#WHOLE} for the program
   * @throws NotFoundException when the client has no such person
   * @throws ca.edsquebec.trackingbms.platform.InvalidException when the client has no such role
   * @throws RightsRefused see there
   */
  public Member change(Actor by, Membership giver, TenantId tenant, long userId, Membership given) {
    Rules.requireWithin(giver, given);
    ClientRole role = new ClientRole(tenant, given.role());
    return write(
        by,
        giver,
        tenant,
        userId,
        Action.MEMBER_CHANGED,
        (em, row) -> {
          if (!given.equals(Membership.WHOLE)) {
            requireAnotherAdministrator(em, tenant, row);
          }
          row.grant(given.role(), role.row(em), given.access());
        });
  }

  /**
   * Takes everything from a person that the client gave; the account and its other clients stay.
   * Nothing is deleted. Repeating it changes nothing. Errors as {@link #change}.
   */
  public Member deactivate(Actor by, Membership giver, TenantId tenant, long userId) {
    return write(
        by,
        giver,
        tenant,
        userId,
        Action.MEMBER_DEACTIVATED,
        (em, row) -> {
          requireAnotherAdministrator(em, tenant, row);
          row.deactivate(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        });
  }

  /**
   * Gives a person back what was taken. Errors as {@link #change}.
   *
   * @throws ca.edsquebec.trackingbms.platform.QuotaException when the client has all that it may
   */
  public Member reactivate(Actor by, Membership giver, TenantId tenant, long userId) {
    return write(
        by,
        giver,
        tenant,
        userId,
        Action.MEMBER_REACTIVATED,
        (em, row) -> {
          row.reactivate();
          Seats.require(em, tenant);
        });
  }

  private record ClientRole(TenantId tenant, Role role) {
    ClientRoleRow row(EntityManager em) {
      return Roles.row(em, tenant, role);
    }
  }

  private Member write(
      Actor by,
      Membership giver,
      TenantId tenant,
      long userId,
      Action action,
      BiConsumer<EntityManager, MembershipRow> change) {
    return Retry.once(
        () ->
            registry.write(
                em -> {
                  lockAdministrators(em, tenant);
                  MembershipRow row = row(em, tenant, userId);
                  Member before = row.toMember();
                  Rules.requireAnother(by, userId);
                  Rules.requireWithin(giver, before.membership());
                  change.accept(em, row);
                  Member after = row.toMember();
                  if (!after.equals(before)) {
                    Change made =
                        new Change(action, "user:" + userId, values(before), values(after));
                    audit.record(em, Optional.of(tenant), by, made);
                    em.flush();
                    invitations.withdraw(em, by, tenant, after.email());
                  }
                  return after;
                }));
  }

  private static Map<String, String> values(Member member) {
    return Map.of(
        "role", member.role().id(),
        "access", member.access().text(),
        "active", Boolean.toString(member.isActive()));
  }

  private static MembershipRow row(EntityManager em, TenantId tenant, long userId) {
    return em.createQuery(SELECT + " and m.user.id = :user", MembershipRow.class)
        .setParameter("tenant", tenant.slug())
        .setParameter("user", userId)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("user \"" + userId + "\""));
  }

  // Two who demote each other at once must not both see the other one still there.
  private static List<MembershipRow> lockAdministrators(EntityManager em, TenantId tenant) {
    return administrators(em, tenant, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Those who administer all of a client. */
  static List<MembershipRow> administrators(EntityManager em, TenantId tenant, LockModeType lock) {
    return em.createQuery(
            "select m from MembershipRow m where m.tenant = :tenant and m.role = :role"
                + " and m.access = :all and m.deactivatedAt is null order by m.id",
            MembershipRow.class)
        .setParameter("tenant", tenant.slug())
        .setParameter("role", MembershipRow.stored(Role.CLIENT_ADMIN))
        .setParameter("all", BatteryAccess.ALL.text())
        .setLockMode(lock)
        .getResultList();
  }

  /** An administrator of some places only is none of the client. */
  private static void requireAnotherAdministrator(
      EntityManager em, TenantId tenant, MembershipRow row) {
    List<MembershipRow> administrators = lockAdministrators(em, tenant);
    if (administrators.contains(row) && administrators.size() == 1) {
      throw new RightsRefused(Reason.LAST_ADMINISTRATOR);
    }
  }
}
