package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;

/**
 * The roles that a client can give: those built in, and its own. Safe for any number of threads; to
 * be called outside of any unit of work.
 */
public final class Roles {

  private final RegistryDatabase registry;

  public Roles(RegistryDatabase registry) {
    this.registry = registry;
  }

  /** The built-in ones, the widest first, then the client's own by name. */
  public List<Role> list(TenantId tenant) {
    return Stream.concat(Role.BUILT_IN.stream(), registry.read(em -> own(em, tenant)).stream())
        .toList();
  }

  /**
   * @throws NotFoundException when the client has no such role
   */
  public Role get(TenantId tenant, String id) {
    return Role.builtIn(id).orElseGet(() -> registry.read(em -> ownRow(em, tenant, id)).toRole());
  }

  private static List<Role> own(EntityManager em, TenantId tenant) {
    return em.createQuery(
            "select r from ClientRoleRow r where r.tenant = :tenant order by r.name",
            ClientRoleRow.class)
        .setParameter("tenant", tenant.slug())
        .getResultStream()
        .map(ClientRoleRow::toRole)
        .toList();
  }

  /**
   * @return null when the role is built in
   * @throws InvalidException when it is neither that nor the client's own
   */
  static ClientRoleRow row(EntityManager em, TenantId tenant, Role role) {
    if (role.isBuiltIn()) {
      return null;
    }
    try {
      return ownRow(em, tenant, role.id());
    } catch (NotFoundException gone) {
      throw new InvalidException("role", gone.getMessage());
    }
  }

  static ClientRoleRow ownRow(EntityManager em, TenantId tenant, String id) {
    ClientRoleRow row = em.find(ClientRoleRow.class, id);
    if (row == null || !row.isOf(tenant)) {
      throw new NotFoundException("role \"" + id + "\"");
    }
    return row;
  }
}
