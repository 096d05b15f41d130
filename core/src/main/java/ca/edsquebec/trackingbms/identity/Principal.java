package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who was recognised: a person, a key, or whoever has a share link. As true as a second ago at
 * most. Which batteries it may see now says {@code fleet.Scopes}, the only one that makes a viewer
 * of it.
 */
public sealed interface Principal {

  /** For the record: {@code user:12}, {@code key:ab12cd34ef56}. */
  String name();

  /** The clients it belongs to. */
  Set<TenantId> tenants();

  /** False too when it does not belong to that client. */
  boolean may(TenantId tenant, Permission permission);

  /** With which batteries; none of a client that it does not belong to. */
  BatteryAccess access(TenantId tenant);

  /**
   * A person who signed in.
   *
   * @param locale the language that this person chose
   * @param platformAdmin whether this person administers the installation; that makes nobody a
   *     member of a client
   * @param memberships what this person may at which client
   * @param held until this person has the second factor that a client asks for: nobody's member and
   *     no administrator meanwhile
   * @param sessionId for {@link Sessions#end}
   * @param visit the client that this person looks as, for the platform; it is among the
   *     memberships
   */
  record User(
      long id,
      String email,
      String displayName,
      Locale locale,
      boolean platformAdmin,
      Map<TenantId, Membership> memberships,
      boolean held,
      String sessionId,
      Optional<SupportVisit> visit)
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

    /** Whether this person looks at that client for the platform only. */
    public boolean visits(TenantId tenant) {
      return visit.filter(one -> one.tenant().equals(tenant)).isPresent();
    }

    @Override
    public boolean may(TenantId tenant, Permission permission) {
      Membership membership = memberships.get(tenant);
      return membership != null && membership.permissions().contains(permission);
    }

    @Override
    public BatteryAccess access(TenantId tenant) {
      Membership membership = memberships.get(tenant);
      return membership == null ? BatteryAccess.NONE : membership.access();
    }
  }

  /**
   * A device or program with an API key.
   *
   * @param id the public part of the key
   * @param tenant the one client that it belongs to
   * @param access with which of its batteries
   */
  record Key(String id, TenantId tenant, Set<Scope> scopes, BatteryAccess access)
      implements Principal {

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

    @Override
    public BatteryAccess access(TenantId wanted) {
      return tenant.equals(wanted) ? access : BatteryAccess.NONE;
    }
  }

  /**
   * Whoever has a share link: sees some of one client's batteries, and nothing else.
   *
   * @param title what the link is for, as its maker said
   * @param expiresAt from then on it shows nothing
   */
  record Share(String id, TenantId tenant, String title, BatteryAccess access, Instant expiresAt)
      implements Principal {

    @Override
    public String name() {
      return "share:" + id;
    }

    @Override
    public Set<TenantId> tenants() {
      return Set.of(tenant);
    }

    @Override
    public boolean may(TenantId wanted, Permission permission) {
      return tenant.equals(wanted) && permission == Permission.VIEW_FLEET;
    }

    @Override
    public BatteryAccess access(TenantId wanted) {
      return tenant.equals(wanted) ? access : BatteryAccess.NONE;
    }
  }
}
