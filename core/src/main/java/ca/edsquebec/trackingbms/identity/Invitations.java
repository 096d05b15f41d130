package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.MailedName;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.TooSoonException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * People who are asked by mail to join a client. A link is good once within seven days. Whoever has
 * an account joins with it; whoever has none makes one. As with members, nobody gives what he has
 * not, nor touches who has, had or was offered more than he. Safe for any number of threads; to be
 * called outside of any unit of work.
 */
public final class Invitations {

  private final RegistryDatabase registry;
  private final PasswordHash passwords;
  private final Notices notices;
  private final OpenInvitations open;
  private final InvitationThrottle throttle;
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
    this.open = new OpenInvitations(audit, clock);
    this.throttle = new InvitationThrottle(registry, clock);
    this.clock = clock;
  }

  /**
   * Queues the mail. Inviting somebody again who has not answered takes the place of the first.
   *
   * @param giver what the one who asks may at that client; {@link Membership#WHOLE} for the program
   * @throws InvalidException when the address is none, the client has no such role, or the person
   *     belongs to the client already; of the field {@code displayName} when that is no name, or
   *     would be a link
   * @throws RightsRefused when it gives more than the giver has, or the person had more as a member
   *     or was offered more by somebody else
   * @throws TooSoonException when this mailbox, or this client, had its share of the hour
   */
  public Invitation invite(Actor by, Membership giver, TenantId tenant, NewMember who) {
    Email email = Email.required(who.email());
    Rules.requireWithin(giver, who.membership());
    return queue(
        by,
        giver,
        tenant,
        who,
        em -> {
          throttle.count(em, tenant, email);
          requireFormer(em, giver, tenant, email);
        });
  }

  /** The first person of a client that the platform makes: as often as that is asked for. */
  Invitation found(Actor by, TenantId tenant, NewMember who) {
    return queue(by, Membership.WHOLE, tenant, who, em -> {});
  }

  private Invitation queue(
      Actor by, Membership giver, TenantId tenant, NewMember who, Consumer<EntityManager> allowed) {
    Email email = Email.required(who.email());
    String name =
        MailedName.ofPerson("displayName", Accounts.name("displayName", who.displayName()));
    String token = SecretHash.random();
    return Retry.once(
        () ->
            registry.write(
                em -> {
                  allowed.accept(em);
                  Roles.row(em, tenant, who.membership().role());
                  InvitationRow row = openOf(em, giver, tenant, email);
                  row.send(token, name, who.membership(), who.locale(), now());
                  em.persist(row);
                  em.flush();
                  notices.invitation(em, row, clientName(em, tenant), token);
                  open.record(em, by, row, Action.INVITED);
                  return shown(em, row);
                }));
  }

  /** Those who have not answered yet, by address; their links may have expired. */
  public List<Invitation> list(TenantId tenant) {
    return registry.read(
        em -> OpenInvitations.of(em, tenant).stream().map(row -> shown(em, row)).toList());
  }

  /**
   * Another mail with another link.
   *
   * @throws NotFoundException when the client has no such open invitation
   * @throws RightsRefused when it offers more than the giver has
   * @throws TooSoonException as {@link #invite}
   */
  public void sendAgain(Actor by, Membership giver, TenantId tenant, long id) {
    String token = SecretHash.random();
    Retry.once(
        () ->
            registry.write(
                em -> {
                  InvitationRow row = own(em, giver, tenant, id);
                  throttle.count(em, tenant, new Email(row.email()));
                  row.sendAgain(token, now());
                  notices.invitation(em, row, clientName(em, tenant), token);
                  open.record(em, by, row, Action.INVITATION_SENT_AGAIN);
                  return null;
                }));
  }

  /**
   * Makes the link useless.
   *
   * @throws NotFoundException when the client has no such open invitation
   * @throws RightsRefused when it offers more than the giver has
   */
  public void withdraw(Actor by, Membership giver, TenantId tenant, long id) {
    registry.write(
        em -> {
          open.withdraw(em, by, own(em, giver, tenant, id));
          return null;
        });
  }

  /**
   * What a link offers; empty when it is none, was used, withdrawn or is too old, and while its
   * client is suspended or being deleted.
   */
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
    Membership given = OpenInvitations.membership(em, row);
    MembershipRow membership =
        Accounts.membership(em, user, tenant)
            .orElseGet(() -> new MembershipRow(user, tenant, now()));
    if (membership.isActive()) {
      // Made a member meanwhile by somebody else: what that one gave is not replaced.
      throw new NotFoundException("invitation");
    }
    membership.grant(given.role(), Roles.row(em, tenant, given.role()), given.access());
    membership.reactivate();
    em.persist(membership);
    Seats.require(em, tenant);
    // Once more, now that the client's row is held: it may have been suspended at this moment.
    if (!takesPeople(em, tenant)) {
      throw new NotFoundException("invitation");
    }
    open.record(em, Actor.user(user.id(), address), row, Action.INVITATION_ACCEPTED);
  }

  // Who was a member is reactivated by joining: as much as a member's change, and judged alike.
  private static void requireFormer(
      EntityManager em, Membership giver, TenantId tenant, Email email) {
    Accounts.find(em, email)
        .flatMap(user -> Accounts.membership(em, user, tenant))
        .ifPresent(
            former -> {
              em.refresh(former, LockModeType.PESSIMISTIC_WRITE);
              if (former.isActive()) {
                throw new InvalidException(
                    "email", email.text() + " belongs to this client already");
              }
              Rules.requireWithin(giver, former.membership());
            });
  }

  private InvitationRow openOf(EntityManager em, Membership giver, TenantId tenant, Email email) {
    List<InvitationRow> rows = OpenInvitations.lock(em, tenant, email);
    rows.forEach(row -> Rules.requireWithin(giver, OpenInvitations.membership(em, row)));
    return rows.stream().findFirst().orElseGet(() -> new InvitationRow(tenant, email, now()));
  }

  private static InvitationRow own(EntityManager em, Membership giver, TenantId tenant, long id) {
    InvitationRow row = OpenInvitations.lock(em, tenant, id);
    Rules.requireWithin(giver, OpenInvitations.membership(em, row));
    return row;
  }

  private Optional<InvitationRow> good(EntityManager em, String token, LockModeType lock) {
    return em.createQuery("select i from InvitationRow i where i.hash = :hash", InvitationRow.class)
        .setParameter("hash", SecretHash.of(token))
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .filter(row -> row.isGood(now()))
        .filter(row -> takesPeople(em, row.tenant()));
  }

  // Of a suspended client nothing changes, and one that is being deleted is not there.
  private static boolean takesPeople(EntityManager em, TenantId tenant) {
    return Accounts.tenantStatus(em, tenant).takesChanges();
  }

  private static Invitation shown(EntityManager em, InvitationRow row) {
    return new Invitation(
        row.id(),
        row.email(),
        row.displayName(),
        OpenInvitations.membership(em, row),
        row.sentAt(),
        row.expiresAt());
  }

  private static String clientName(EntityManager em, TenantId tenant) {
    return em.createQuery("select t.name from TenantRow t where t.slug = :slug", String.class)
        .setParameter("slug", tenant.slug())
        .getSingleResult();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
