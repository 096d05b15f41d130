package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people are called now, for what keeps only their ids. Who was erased is not there. A client
 * is named its own people and administrators of the platform, nobody of another client. Safe for
 * any number of threads; to be called outside of any unit of work.
 */
public final class PersonNames {

  private final RegistryDatabase registry;

  public PersonNames(RegistryDatabase registry) {
    this.registry = registry;
  }

  /**
   * People by their ids.
   *
   * @param reader whom it is told: a client, or the platform (empty)
   */
  public Map<Long, PersonName> of(Optional<TenantId> reader, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return registry.read(
        em -> {
          Set<Long> members = reader.map(client -> members(em, client, ids)).orElse(Set.of());
          return users(em, ids).stream()
              .collect(
                  Collectors.toMap(
                      UserRow::id,
                      user ->
                          reader.isEmpty() || members.contains(user.id())
                              ? PersonName.known(user)
                              : PersonName.outside(user)));
        });
  }

  /**
   * The id of the one who has that address; empty when the reader knows nobody of that address.
   *
   * @param reader as for {@link #of}
   */
  public Optional<Long> find(Optional<TenantId> reader, String email) {
    return Email.of(email)
        .flatMap(
            address ->
                registry.read(
                    em ->
                        Accounts.find(em, address)
                            .map(UserRow::id)
                            .filter(
                                id ->
                                    reader
                                        .map(client -> !members(em, client, List.of(id)).isEmpty())
                                        .orElse(true))));
  }

  /** Addresses to which a client's invitations of those ids went, answered ones too. */
  public Map<Long, String> invited(TenantId client, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return registry.read(
        em ->
            em.createQuery(
                    "select i from InvitationRow i where i.tenant = :tenant and i.id in :ids",
                    InvitationRow.class)
                .setParameter("tenant", client.slug())
                .setParameter("ids", List.copyOf(ids))
                .getResultStream()
                .collect(Collectors.toMap(InvitationRow::id, InvitationRow::email)));
  }

  private static List<UserRow> users(EntityManager em, Collection<Long> ids) {
    return em.createQuery("select u from UserRow u where u.id in :ids", UserRow.class)
        .setParameter("ids", List.copyOf(ids))
        .getResultStream()
        .filter(user -> !Erased.is(user.email()))
        .toList();
  }

  private static Set<Long> members(EntityManager em, TenantId client, Collection<Long> ids) {
    return new HashSet<>(
        em.createQuery(
                "select m.user.id from MembershipRow m"
                    + " where m.tenant = :tenant and m.user.id in :ids",
                Long.class)
            .setParameter("tenant", client.slug())
            .setParameter("ids", List.copyOf(ids))
            .getResultList());
  }
}
