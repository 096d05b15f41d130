package ca.edsquebec.trackingbms.web.client;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.FactorPolicy;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Where a client's administrator says whether its people must have a second factor. */
@Path("c/{client}/admin/settings/second-factor")
@Requires(Permission.MANAGE_CLIENT)
public final class SecondFactorRule {

  private final FactorPolicy policy;

  @Inject
  public SecondFactorRule(FactorPolicy policy) {
    this.policy = policy;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      MultivaluedMap<String, String> sent,
      @Context Caller caller,
      @Context Visit visit,
      @Context Actor by) {
    policy.require(by, caller.tenant(), Form.of(sent).has("required", "on"));
    return SettingsPage.to(visit, "factor");
  }
}
