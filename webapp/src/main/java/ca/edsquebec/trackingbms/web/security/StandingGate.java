package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.SuspendedException;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.Tenants;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;

/**
 * The one place that keeps a client as it is: of a suspended one only what is safe is answered, and
 * one that is being deleted is not there. Behind the gates that find out which client it is about.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public final class StandingGate implements ContainerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Context private ResourceInfo resource;

  private final Tenants tenants;

  @Inject
  public StandingGate(Tenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Caller> caller = Caller.of(request);
    if (caller.isEmpty()) {
      return;
    }
    Tenant tenant = tenants.get(caller.get().tenant());
    if (!tenant.status().isVisible()) {
      throw new NotFoundException("client \"" + tenant.id() + "\"");
    }
    if (!tenant.status().takesChanges() && (!SAFE.contains(request.getMethod()) || stores())) {
      throw new SuspendedException(tenant);
    }
  }

  /** Some senders know no other method than GET. */
  private boolean stores() {
    Requires ofMethod = resource.getResourceMethod().getAnnotation(Requires.class);
    Requires requires =
        ofMethod != null ? ofMethod : resource.getResourceClass().getAnnotation(Requires.class);
    return requires != null && requires.value() == Permission.INGEST;
  }
}
