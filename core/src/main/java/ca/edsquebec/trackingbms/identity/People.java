package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;

/**
 * All who have an account, of whichever client; who was erased is not there. For administrators of
 * the platform alone. Safe for any number of threads; to be called outside of any unit of work.
 */
public final class People {

  private final RegistryDatabase registry;

  public People(RegistryDatabase registry) {
    this.registry = registry;
  }

  /**
   * By address.
   *
   * @param text a part of the address or the name; empty for everybody
   * @param limit as many at most
   */
  public List<Person> search(String text, int limit) {
    String like = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    return registry.read(
        em ->
            em.createQuery(
                    "select u from UserRow u where u.email not like :erased and (u.email like :text"
                        + " escape '!' or lower(u.displayName) like :text escape '!')"
                        + " order by u.email",
                    UserRow.class)
                .setParameter("erased", "%" + Erased.DOMAIN)
                .setParameter("text", like)
                .setMaxResults(limit)
                .getResultStream()
                .map(user -> person(em, user))
                .toList());
  }

  /**
   * @throws NotFoundException when there is no such person, or the person was erased
   */
  public Person get(long userId) {
    return registry.read(em -> person(em, em.find(UserRow.class, PersonKey.of(em, userId).id())));
  }

  private static Person person(EntityManager em, UserRow user) {
    return new Person(
        user.id(),
        user.email(),
        user.displayName(),
        user.isPlatformAdmin(),
        Accounts.clients(em, user.id()),
        user.createdAt(),
        user.lastSignInAt());
  }
}
