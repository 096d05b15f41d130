package ca.edsquebec.trackingbms.web.auth;

import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.web.security.CallerPrincipal;
import ca.edsquebec.trackingbms.web.security.RequiresSignIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Comparator;
import java.util.List;

/** Who the caller is, and at which clients. */
@Path("api/v1/me")
@RequiresSignIn
public final class MeResource {

  /**
   * @param email absent for an API key
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Me(String id, String email, String name, String language, List<Client> clients) {}

  /**
   * @param role absent for an API key
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Client(String client, String name, String role) {}

  private final Tenants tenants;

  @Inject
  public MeResource(Tenants tenants) {
    this.tenants = tenants;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Me me(@Context SecurityContext security) {
    Principal principal = ((CallerPrincipal) security.getUserPrincipal()).principal();
    List<Client> clients =
        principal.tenants().stream()
            .sorted(Comparator.comparing(TenantId::slug))
            .map(tenant -> client(principal, tenant))
            .toList();
    return principal instanceof Principal.User user
        ? new Me(
            user.name(), user.email(), user.displayName(), user.locale().toLanguageTag(), clients)
        : new Me(principal.name(), null, null, null, clients);
  }

  private Client client(Principal principal, TenantId tenant) {
    String role =
        principal instanceof Principal.User user
            ? user.memberships().get(tenant).role().id()
            : null;
    return new Client(tenant.slug(), tenants.get(tenant).name(), role);
  }
}
