package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.notification.Correspondence;
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
import java.util.Locale;
import java.util.Optional;

/**
 * Forgets a person for good (sections 23 and 28.1 of chapter P-39.1). The account's row stays
 * without anything that says who it was, since the audit refers to its number; all else about the
 * person is deleted. What the person was signed in with ends within a second. It can't be taken
 * back. Safe for any number of threads; to be called outside of any unit of work.
 */
public final class PersonErasure {

  private final RegistryDatabase registry;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Correspondence messages;
  private final Audit audit;
  private final Clock clock;

  /** What is known before anything is deleted. */
  private record Before(PersonKey person, List<TenantId> clients) {}

  public PersonErasure(
      RegistryDatabase registry,
      Passwords passwords,
      Sessions sessions,
      Correspondence messages,
      Audit audit,
      Clock clock) {
    this.registry = registry;
    this.passwords = passwords;
    this.sessions = sessions;
    this.messages = messages;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Of the one who asks.
   *
   * @param typed the account's address, as a confirmation
   * @throws SignInRefused when the password is another
   * @throws SignInThrottled after as many failures as for a sign-in
   * @throws InvalidException when the address is not the account's
   * @throws ErasureRefused for a last administrator
   */
  public void own(Actor by, long userId, String password, String typed, Device device) {
    passwords.confirm(userId, password, device);
    run(by, userId, typed);
  }

  /**
   * Of somebody else, by an administrator of the platform: the caller's to judge. Errors as {@link
   * #own}.
   *
   * @throws NotFoundException when there is no such person, or the person was erased
   * @throws RightsRefused for oneself, who says the password
   */
  public void of(Actor by, long userId, String typed) {
    Rules.requireAnother(by, userId);
    run(by, userId, typed);
  }

  private void run(Actor by, long userId, String typed) {
    Before before =
        registry.read(
            em -> {
              PersonKey person = PersonKey.of(em, userId);
              if (!typed.strip().toLowerCase(Locale.ROOT).equals(person.email())) {
                throw new InvalidException(
                    "confirmation", "\"%s\" is not this person's address".formatted(typed));
              }
              UserRow user = em.find(UserRow.class, userId);
              Administrations.requireOthers(em, user, LockModeType.NONE);
              return new Before(person, Accounts.clients(em, userId));
            });
    // First, and while the address is known: a client whose database is away stops it all, and
    // the person asks again.
    before.clients().forEach(client -> messages.forget(client, before.person().email()));
    List<String> ended = Retry.once(() -> registry.write(em -> erase(em, by, userId)));
    ended.forEach(sessions::forget);
  }

  private List<String> erase(EntityManager em, Actor by, long userId) {
    UserRow user = em.find(UserRow.class, userId, LockModeType.PESSIMISTIC_WRITE);
    if (user == null || Erased.is(user.email())) {
      throw PersonKey.unknown(userId);
    }
    Administrations.requireOthers(em, user, LockModeType.PESSIMISTIC_WRITE);
    PersonKey person = new PersonKey(userId, user.email());
    List<TenantId> clients = Accounts.clients(em, userId);
    List<String> ended =
        em.createQuery("select s.id from SessionRow s where s.user.id = :user", String.class)
            .setParameter("user", userId)
            .getResultList();
    messages.forget(em, person.email());
    registry.sqlWithin(em, (connection, db) -> PersonRows.delete(connection, db, person));
    user.erase(PasswordHash.nothing(), now());
    Change erased = Change.of(Action.PERSON_ERASED, "user:" + userId);
    clients.forEach(client -> audit.record(em, Optional.of(client), by, erased));
    audit.record(em, Optional.empty(), by, erased);
    return ended;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
