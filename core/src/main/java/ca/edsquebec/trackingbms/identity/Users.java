package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * People and what they are at which client; one account per e-mail address, whatever the number of
 * clients. Safe for any number of threads; to be called outside of any unit of work.
 */
public final class Users {

  private static final int PASSWORD_LENGTH = 20;
  private static final int DUPLICATE_KEY = 1062;

  private final RegistryDatabase registry;
  private final PasswordHash passwords;
  private final Audit audit;
  private final Clock clock;

  private record Person(Email email, String displayName, Locale locale) {}

  private record Secret(String password, String hash) {}

  public Users(RegistryDatabase registry, PasswordHash passwords, Audit audit, Clock clock) {
    this.registry = registry;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes a person belong to a client. Who has an account keeps it, with its name, language and
   * password. Repeating it changes nothing.
   *
   * @param locale the language that this person reads
   * @throws NotFoundException when there is no such client
   * @throws InvalidException when the address is none, the client has no such role, or the person
   *     has another role or scope there, or had
   */
  public Created create(
      Actor by,
      TenantId tenant,
      String email,
      String displayName,
      Membership granted,
      Locale locale) {
    Person person = person(email, displayName, locale);
    Secret secret = secret();
    return write(
        em -> {
          Accounts.tenantStatus(em, tenant);
          boolean known = Accounts.find(em, person.email()).isPresent();
          Member member = join(em, by, tenant, person, granted, secret).toMember();
          return new Created(member, known ? Optional.empty() : Optional.of(secret.password()));
        });
  }

  /** As the other one, for all of the client's batteries. */
  public Created create(
      Actor by, TenantId tenant, String email, String displayName, Role role, Locale locale) {
    return create(by, tenant, email, displayName, new Membership(role, BatteryAccess.ALL), locale);
  }

  /**
   * Makes a new client's first administrator. May be repeated: as long as the client is being made
   * and the account, which belongs to no other client, was never used, each time gives a fresh
   * password, since a crash may have eaten the one before. Otherwise nothing changes.
   *
   * @throws NotFoundException when there is no such client
   * @throws InvalidException when the address is none, or the client is complete and this person
   *     does not belong to it
   */
  public Created createAdministrator(
      Actor by, TenantId tenant, String email, String displayName, Locale locale) {
    Person person = person(email, displayName, locale);
    Secret secret = secret();
    return write(
        em ->
            Accounts.tenantStatus(em, tenant) == Tenant.Status.PROVISIONING
                ? firstAdministrator(em, by, tenant, person, secret)
                : new Created(existing(em, tenant, person), Optional.empty()));
  }

  /**
   * Makes a person an administrator of the installation; who has an account keeps it. Repeating it
   * changes nothing.
   *
   * @return the generated password, to be shown once; empty when there was an account
   * @throws InvalidException when the address is none, or the name is blank or too long
   */
  public Optional<String> createPlatformAdministrator(
      Actor by, String email, String displayName, Locale locale) {
    Person person = person(email, displayName, locale);
    Secret secret = secret();
    return write(
        em -> {
          Optional<UserRow> known = Accounts.find(em, person.email());
          UserRow user = known.orElseGet(() -> account(em, person, secret.hash()));
          new PlatformAdministrators(registry, audit).add(em, by, user);
          return known.isPresent() ? Optional.empty() : Optional.of(secret.password());
        });
  }

  /**
   * Says beforehand whether a person could be created, before anything else is made.
   *
   * @throws InvalidException when the address is none, or the name is blank or too long
   */
  public void check(String email, String displayName) {
    person(email, displayName, Locale.CANADA_FRENCH);
  }

  private Created firstAdministrator(
      EntityManager em, Actor by, TenantId tenant, Person person, Secret secret) {
    MembershipRow membership = join(em, by, tenant, person, Membership.WHOLE, secret);
    UserRow user = Accounts.find(em, person.email()).orElseThrow();
    boolean unused = user.lastSignInAt().isEmpty() && !Accounts.belongsElsewhere(em, user, tenant);
    if (unused) {
      user.setPasswordHash(secret.hash());
    }
    return new Created(
        membership.toMember(), unused ? Optional.of(secret.password()) : Optional.empty());
  }

  private MembershipRow join(
      EntityManager em,
      Actor by,
      TenantId tenant,
      Person person,
      Membership granted,
      Secret secret) {
    UserRow user =
        Accounts.find(em, person.email()).orElseGet(() -> account(em, person, secret.hash()));
    Optional<MembershipRow> membership = Accounts.membership(em, user, tenant);
    membership
        .filter(known -> !known.membership().equals(granted) || known.deactivatedAt().isPresent())
        .ifPresent(
            known -> {
              throw new InvalidException(
                  "role",
                  "%s is %s of this client already"
                      .formatted(user.email(), known.membership().role().id()));
            });
    return membership.orElseGet(
        () -> {
          ClientRoleRow custom = Roles.row(em, tenant, granted.role());
          MembershipRow joined =
              new MembershipRow(user, tenant, now())
                  .grant(granted.role(), custom, granted.access());
          em.persist(joined);
          Change added =
              Change.made(
                  Action.MEMBER_ADDED,
                  "user:" + user.id(),
                  Map.of("role", granted.role().id(), "access", granted.access().text()));
          audit.record(em, Optional.of(tenant), by, added);
          new OpenInvitations(audit, clock).withdraw(em, by, tenant, user.email());
          Seats.require(em, tenant);
          return joined;
        });
  }

  private UserRow account(EntityManager em, Person person, String hash) {
    UserRow user = new UserRow(person.email(), person.displayName(), person.locale(), hash, now());
    em.persist(user);
    em.flush();
    return user;
  }

  private static Member existing(EntityManager em, TenantId tenant, Person person) {
    return Accounts.find(em, person.email())
        .flatMap(user -> Accounts.membership(em, user, tenant))
        .map(MembershipRow::toMember)
        .orElseThrow(
            () ->
                new InvalidException(
                    "email",
                    "client \"%s\" is complete and %s does not belong to it: add people one by one"
                        .formatted(tenant, person.email().text())));
  }

  private static Person person(String email, String displayName, Locale locale) {
    if (locale.toLanguageTag().length() > 16) {
      throw new InvalidException("locale", "\"" + locale.toLanguageTag() + "\" is not fr-CA alike");
    }
    return new Person(Email.required(email), Accounts.name("displayName", displayName), locale);
  }

  // Hashed before the unit of work begins: it takes long, and nobody should wait for a connection.
  private Secret secret() {
    String password = RandomText.readable(PASSWORD_LENGTH);
    return new Secret(password, passwords.hash(password));
  }

  /** Once more when another thread or program made the same row first: now it is found. */
  private <T> T write(Function<EntityManager, T> work) {
    try {
      return registry.write(work);
    } catch (DatabaseException e) {
      if (e.errorNumber() != DUPLICATE_KEY && !e.isWorthRetrying()) {
        throw e;
      }
      return registry.write(work);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
