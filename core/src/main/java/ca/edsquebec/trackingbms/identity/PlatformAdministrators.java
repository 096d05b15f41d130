package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.identity.RightsRefused.Reason;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who administers the installation. That makes nobody a member of a client. A change holds within a
 * second. Safe for any number of threads; to be called outside of any unit of work.
 */
public final class PlatformAdministrators {

  private static final Map<String, String> IS = Map.of("platformAdmin", "true");
  private static final Map<String, String> IS_NOT = Map.of("platformAdmin", "false");

  /**
   * One of them.
   *
   * @param locale the language that this person reads
   * @param lastSignIn empty when never
   */
  public record Administrator(
      long id, String email, String displayName, Locale locale, Optional<Instant> lastSignIn) {}

  private final RegistryDatabase registry;
  private final Audit audit;

  public PlatformAdministrators(RegistryDatabase registry, Audit audit) {
    this.registry = registry;
    this.audit = audit;
  }

  /** By address. */
  public List<Administrator> list() {
    return registry.read(
        em ->
            em.createQuery(
                    "select u from UserRow u where u.platformAdmin = true order by u.email",
                    UserRow.class)
                .getResultStream()
                .map(PlatformAdministrators::administrator)
                .toList());
  }

  /**
   * Makes one of whoever has that account. Repeating it changes nothing.
   *
   * @throws InvalidException when there is no such account
   */
  public Administrator add(Actor by, String email) {
    Email address = Email.required(email);
    return registry.write(
        em -> {
          UserRow user =
              Accounts.find(em, address)
                  .orElseThrow(
                      () ->
                          new InvalidException(
                              "email", "nobody has an account by " + address.text()));
          add(em, by, user);
          return administrator(user);
        });
  }

  void add(EntityManager em, Actor by, UserRow user) {
    if (!user.isPlatformAdmin()) {
      user.setPlatformAdmin(true);
      Change change = new Change(Action.PLATFORM_ADMIN_ADDED, object(user), IS_NOT, IS);
      audit.record(em, Optional.empty(), by, change);
    }
  }

  /**
   * Makes somebody one no more; the account stays.
   *
   * @throws NotFoundException when there is no such administrator
   * @throws RightsRefused for oneself, and for the last one
   */
  public void remove(Actor by, long userId) {
    registry.write(
        em -> {
          // Locked: two who remove each other at once must not both see the other one still there.
          List<UserRow> all = administrators(em, LockModeType.PESSIMISTIC_WRITE);
          UserRow user =
              all.stream()
                  .filter(one -> one.id() == userId)
                  .findFirst()
                  .orElseThrow(() -> new NotFoundException("administrator \"" + userId + "\""));
          Rules.requireAnother(by, userId);
          if (all.size() == 1) {
            throw new RightsRefused(Reason.LAST_ADMINISTRATOR);
          }
          user.setPlatformAdmin(false);
          Change change = new Change(Action.PLATFORM_ADMIN_REMOVED, object(user), IS, IS_NOT);
          audit.record(em, Optional.empty(), by, change);
          return null;
        });
  }

  static List<UserRow> administrators(EntityManager em, LockModeType lock) {
    return em.createQuery(
            "select u from UserRow u where u.platformAdmin = true order by u.id", UserRow.class)
        .setLockMode(lock)
        .getResultList();
  }

  private static String object(UserRow user) {
    return "user:" + user.id();
  }

  private static Administrator administrator(UserRow user) {
    return new Administrator(
        user.id(), user.email(), user.displayName(), user.locale(), user.lastSignInAt());
  }
}
