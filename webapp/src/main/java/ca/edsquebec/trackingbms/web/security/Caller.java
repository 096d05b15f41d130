package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who calls, and on behalf of which client.
 *
 * @param principal a user or an API key
 * @param tenant the client chosen for this request
 */
public record Caller(Principal principal, TenantId tenant) {

  /** What this caller may see of the chosen client. */
  public Viewer viewer() {
    return principal.viewer(tenant);
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
   * @throws ca.edsquebec.trackingbms.platform.NotFoundException when the named one is not theirs
   */
  public static Caller of(Principal principal, String named) {
    if (named != null) {
      TenantId tenant = new TenantId(named);
      principal.viewer(tenant);
      return new Caller(principal, tenant);
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
    return new Caller(principal, principal.tenants().iterator().next());
  }
}
