package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Scopes;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who calls, and on behalf of which client. */
public final class Caller {

  private final CallerPrincipal known;
  private final TenantId tenant;
  private final Scopes scopes;

  private Caller(CallerPrincipal known, TenantId tenant, Scopes scopes) {
    this.known = known;
    this.tenant = tenant;
    this.scopes = scopes;
  }

  /** A user or an API key. */
  public Principal principal() {
    return known.principal();
  }

  /** The client chosen for this request. */
  public TenantId tenant() {
    return tenant;
  }

  /** Whether it has that permission at the chosen client. */
  public boolean may(Permission permission) {
    return principal().may(tenant, permission);
  }

  /** What it may at the chosen client: what it can give others at most. */
  public Membership membership() {
    if (principal() instanceof Principal.User user) {
      return user.memberships().get(tenant);
    }
    Set<Permission> held =
        Permission.OF_PEOPLE.stream().filter(this::may).collect(Collectors.toSet());
    return new Membership(
        new Role(principal().name(), Optional.empty(), held), principal().access(tenant));
  }

  /** Whether it is an administrator of the platform who looks as the chosen client. */
  public boolean isVisiting() {
    return principal() instanceof Principal.User user && user.visits(tenant);
  }

  /** Whether it is that person. */
  public boolean isPerson(long userId) {
    return principal() instanceof Principal.User user && user.id() == userId;
  }

  /** The caller, for the record of what it changes. */
  public Actor actor() {
    return known.actor();
  }

  /** What this caller may see of the chosen client, as the fleet is at this moment. */
  public Viewer viewer() {
    return scopes.viewer(principal(), tenant);
  }

  /** Whether this caller sees all batteries of the chosen client. */
  public boolean seesAllBatteries() {
    return viewer().scope().all();
  }

  /**
   * For what concerns the whole client.
   *
   * @throws ForbiddenException for somebody who sees some of its batteries only
   */
  public void requireAllBatteries() {
    if (!seesAllBatteries()) {
      throw new ForbiddenException("this takes somebody who sees all batteries of the client");
    }
  }

  /** For which of its client's batteries this caller may send. */
  public BatteryScope sending() {
    return scopes.scope(tenant, principal().access(tenant));
  }

  /** The same request, as somebody is known now; the permission is to be asked for again. */
  Caller as(Principal now) {
    return new Caller(new CallerPrincipal(now, known.address()), tenant, scopes);
  }

  /** The caller that a resource's gate let through; empty before it, and where there is none. */
  public static Optional<Caller> of(ContainerRequestContext request) {
    return Optional.ofNullable((Caller) request.getProperty(AccessFeature.CALLER));
  }

  /**
   * Picks the client: the one named, else the only one there is.
   *
   * @param named short name from {@code X-Client} or {@code ?client=}; null when not given
   * @throws InvalidException when several are possible and none is named
   * @throws NotFoundException when the named one is not theirs
   */
  static Caller of(CallerPrincipal known, Scopes scopes, String named) {
    Principal principal = known.principal();
    if (named != null) {
      TenantId tenant = new TenantId(named);
      if (!principal.tenants().contains(tenant)) {
        throw new NotFoundException("client \"" + tenant + "\"");
      }
      return new Caller(known, tenant, scopes);
    }
    if (principal.tenants().size() != 1) {
      throw new InvalidException(
          "client",
          "choose one of your clients by X-Client or ?client=: "
              + principal.tenants().stream()
                  .map(TenantId::slug)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    return new Caller(known, principal.tenants().iterator().next(), scopes);
  }
}
