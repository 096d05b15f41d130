package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * People who are asked by mail to join a client. A link is good once within seven days. Whoever has
 * an account joins with it; whoever has none makes one. What may be given is the caller's to judge.
 * Safe for any number of threads; to be called outside of any unit of work.
 */
public final class Invitations {

  private final RegistryDatabase registry;
  private final PasswordHash passwords;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Invitations(
      RegistryDatabase registry,
      PasswordHash passwords,
      Notices notices,
      Audit audit,
      Clock clock) {
    this.registry = registry;
    this.passwords = passwords;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Queues the mail. Inviting somebody again who has not answered takes the place of the first.
   *
   * @throws InvalidException when the address is none, the client has no such role, or the person
   *     belongs to the client already
   */
  public Invitation invite(Actor by, TenantId tenant, NewMember who) {
    Email email = Email.required(who.email());
    String name = Accounts.name("displayName", who.displayName());
    String token = SecretHash.random();
    return registry.write(
        em -> {
          refuseMember(em, tenant, email);
          Roles.row(em, tenant, who.membership().role());
          InvitationRow row = openOf(em, tenant, email);
          row.send(token, name, who.membership(), who.locale(), now());
          em.persist(row);
          em.flush();
          notices.invitation(em, row, clientName(em, tenant), token);
          record(em, by, row, Action.INVITED);
          return shown(em, row);
        });
  }

  /** Those who have not answered yet, by address; their links may have expired. */
  public List<Invitation> list(TenantId tenant) {
    return registry.read(
        em ->
            em.createQuery(
                    "select i from InvitationRow i where i.tenant = :tenant and i.acceptedAt is null"
                        + " and i.withdrawnAt is null order by i.email",
                    InvitationRow.class)
                .setParameter("tenant", tenant.slug())
                .getResultStream()
                .map(row -> shown(em, row))
                .toList());
  }

  /**
   * Another mail with another link.
   *
   * @throws NotFoundException when the client has no such open invitation
   */
  public void sendAgain(Actor by, TenantId tenant, long id) {
    String token = SecretHash.random();
    registry.write(
        em -> {
          InvitationRow row = open(em, tenant, id);
          row.sendAgain(token, now());
          notices.invitation(em, row, clientName(em, tenant), token);
          record(em, by, row, Action.INVITATION_SENT_AGAIN);
          return null;
        });
  }

  /**
   * @throws NotFoundException when the client has no such open invitation
   */
  public void withdraw(Actor by, TenantId tenant, long id) {
    registry.write(
        em -> {
          InvitationRow row = open(em, tenant, id);
          row.withdraw(now());
          record(em, by, row, Action.INVITATION_WITHDRAWN);
          return null;
        });
  }

  /** What a link offers; empty when it is none, was used, withdrawn or is too old. */
  public Optional<Offer> find(String token) {
    return registry.read(
        em ->
            good(em, token, LockModeType.NONE)
                .map(
                    row ->
                        new Offer(
                            row.tenant(),
                            clientName(em, row.tenant()),
                            row.email(),
                            row.displayName(),
                            Accounts.find(em, new Email(row.email())).isPresent())));
  }

  /**
   * Makes an account, and joins.
   *
   * @throws NotFoundException when the link is good no more
   * @throws InvalidException when there is an account already, or name or password are refused
   * @throws ca.edsquebec.trackingbms.platform.QuotaException when the client has all that it may
   */
  public void accept(String token, String name, String password, String address) {
    Offer offer = find(token).orElseThrow(() -> new NotFoundException("invitation"));
    String checked = Accounts.name("name", name);
    PasswordRules.require(password, offer.email(), checked);
    String hash = passwords.hash(password);
    Retry.once(() -> registry.write(em -> account(em, token, checked, hash, address)));
  }

  private UserRow account(
      EntityManager em, String token, String name, String hash, String address) {
    // Locked: who is erased at this moment takes it along, and no account comes of it.
    InvitationRow row =
        good(em, token, LockModeType.PESSIMISTIC_WRITE)
            .orElseThrow(() -> new NotFoundException("invitation"));
    Email email = new Email(row.email());
    if (Accounts.find(em, email).isPresent()) {
      throw new InvalidException("email", "there is an account of that address already");
    }
    UserRow user = new UserRow(email, name, row.locale(), hash, now());
    em.persist(user);
    em.flush();
    join(em, row, user, address);
    return user;
  }

  /**
   * Joins with the account that the person is signed in with.
   *
   * @throws NotFoundException when the link is good no more, or is for another address
   * @throws ca.edsquebec.trackingbms.platform.QuotaException when the client has all that it may
   */
  public void join(Principal.User person, String token, String address) {
    Retry.once(() -> registry.write(em -> member(em, person, token, address)));
  }

  private UserRow member(EntityManager em, Principal.User person, String token, String address) {
    UserRow user = present(em, person);
    InvitationRow row =
        good(em, token, LockModeType.PESSIMISTIC_WRITE)
            .filter(found -> found.email().equals(user.email()))
            .orElseThrow(() -> new NotFoundException("invitation"));
    join(em, row, user, address);
    return user;
  }

  // Locked first, as when a person is erased: one waits for the other, and finds what it left.
  private static UserRow present(EntityManager em, Principal.User person) {
    return Optional.ofNullable(em.find(UserRow.class, person.id(), LockModeType.PESSIMISTIC_WRITE))
        .filter(user -> !Erased.is(user.email()))
        .orElseThrow(() -> PersonKey.unknown(person.id()));
  }

  private void join(EntityManager em, InvitationRow row, UserRow user, String address) {
    row.accept(now());
    TenantId tenant = row.tenant();
    Role role = role(em, row);
    MembershipRow membership =
        Accounts.membership(em, user, tenant)
            .orElseGet(() -> new MembershipRow(user, tenant, now()));
    membership.grant(role, Roles.row(em, tenant, role), row.access());
    membership.reactivate();
    em.persist(membership);
    Seats.require(em, tenant);
    record(em, Actor.user(user.id(), address), row, Action.INVITATION_ACCEPTED);
  }

  private void refuseMember(EntityManager em, TenantId tenant, Email email) {
    boolean member =
        Accounts.find(em, email)
            .flatMap(user -> Accounts.membership(em, user, tenant))
            .filter(membership -> membership.deactivatedAt().isEmpty())
            .isPresent();
    if (member) {
      throw new InvalidException("email", email.text() + " belongs to this client already");
    }
  }

  private InvitationRow openOf(EntityManager em, TenantId tenant, Email email) {
    return em.createQuery(
            "select i from InvitationRow i where i.tenant = :tenant and i.email = :email"
                + " and i.acceptedAt is null and i.withdrawnAt is null",
            InvitationRow.class)
        .setParameter("tenant", tenant.slug())
        .setParameter("email", email.text())
        .getResultStream()
        .findFirst()
        .orElseGet(() -> new InvitationRow(tenant, email, now()));
  }

  private static InvitationRow open(EntityManager em, TenantId tenant, long id) {
    InvitationRow row = em.find(InvitationRow.class, id);
    if (row == null || !row.tenant().equals(tenant) || !row.isOpen()) {
      throw new NotFoundException("invitation " + id);
    }
    return row;
  }

  private Optional<InvitationRow> good(EntityManager em, String token, LockModeType lock) {
    return em.createQuery("select i from InvitationRow i where i.hash = :hash", InvitationRow.class)
        .setParameter("hash", SecretHash.of(token))
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .filter(row -> row.isGood(now()));
  }

  private static Invitation shown(EntityManager em, InvitationRow row) {
    return new Invitation(
        row.id(),
        row.email(),
        row.displayName(),
        new Membership(role(em, row), row.access()),
        row.sentAt(),
        row.expiresAt());
  }

  private static Role role(EntityManager em, InvitationRow row) {
    return Role.builtIn(row.roleId())
        .orElseGet(() -> Roles.ownRow(em, row.tenant(), row.roleId()).toRole());
  }

  private static String clientName(EntityManager em, TenantId tenant) {
    return em.createQuery("select t.name from TenantRow t where t.slug = :slug", String.class)
        .setParameter("slug", tenant.slug())
        .getSingleResult();
  }

  private void record(EntityManager em, Actor by, InvitationRow row, Action action) {
    audit.record(
        em,
        Optional.of(row.tenant()),
        by,
        Change.made(
            action,
            "invitation:" + row.id(),
            Map.of("role", row.roleId(), "access", row.access().text())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
