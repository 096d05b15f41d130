package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What people are called now, for what keeps only their ids. Who was erased is not there. To be
 * called outside of any unit of work.
 */
public final class PersonNames {

  private final RegistryDatabase registry;

  public PersonNames(RegistryDatabase registry) {
    this.registry = registry;
  }

  public Map<Long, String> of(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return registry.read(
        em -> {
          List<UserRow> found =
              em.createQuery("select u from UserRow u where u.id in :ids", UserRow.class)
                  .setParameter("ids", List.copyOf(ids))
                  .getResultList();
          return found.stream()
              .filter(user -> !Erased.is(user.email()))
              .collect(Collectors.toMap(UserRow::id, UserRow::displayName));
        });
  }
}
