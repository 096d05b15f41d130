package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who was recognised: a person or a key. As true as a second ago at most. */
public sealed interface Principal {

  /** For the record: {@code user:12}, {@code key:ab12cd34ef56}. */
  String name();

  /** The clients it belongs to. */
  Set<TenantId> tenants();

  /** False too when it does not belong to that client. */
  boolean may(TenantId tenant, Permission permission);

  /**
   * On whose behalf to read. Who may not read the fleet sees none of its batteries.
   *
   * @throws NotFoundException when it does not belong to that client, whether that exists or not
   */
  default Viewer viewer(TenantId tenant) {
    if (!tenants().contains(tenant)) {
      throw new NotFoundException("client \"" + tenant + "\"");
    }
    boolean reads = may(tenant, Permission.VIEW_FLEET);
    return new Viewer(tenant, name(), reads ? BatteryScope.ALL : BatteryScope.only(Set.of()));
  }

  /**
   * A person who signed in.
   *
   * @param locale the language that this person chose
   * @param memberships what this person is at which client
   * @param sessionId for {@link Sessions#end}
   */
  record User(
      long id,
      String email,
      String displayName,
      Locale locale,
      Map<TenantId, Role> memberships,
      String sessionId)
      implements Principal {

    public User {
      memberships = Map.copyOf(memberships);
    }

    @Override
    public String name() {
      return "user:" + id;
    }

    @Override
    public Set<TenantId> tenants() {
      return memberships.keySet();
    }

    @Override
    public boolean may(TenantId tenant, Permission permission) {
      Role role = memberships.get(tenant);
      return role != null && role.permissions().contains(permission);
    }
  }

  /**
   * A device or program with an API key.
   *
   * @param id the public part of the key
   * @param tenant the one client that it belongs to
   */
  record Key(String id, TenantId tenant, Set<Scope> scopes) implements Principal {

    public Key {
      scopes = Set.copyOf(scopes);
    }

    @Override
    public String name() {
      return "key:" + id;
    }

    @Override
    public Set<TenantId> tenants() {
      return Set.of(tenant);
    }

    @Override
    public boolean may(TenantId wanted, Permission permission) {
      return tenant.equals(wanted)
          && scopes.stream().anyMatch(scope -> scope.permissions().contains(permission));
    }
  }
}
