package ca.edsquebec.trackingbms.web.signin;

import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.CallerPrincipal;
import ca.edsquebec.trackingbms.web.security.RequiresSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** The portal's address by itself: leads to the person's first client, or to the platform. */
@Path("")
@RequiresSignIn
@Produces(MediaType.TEXT_HTML)
public final class HomePage {

  @GET
  public Response home(@Context HttpServletRequest request, @Context Visit visit) {
    // Who looks as a client is not at home there.
    List<Tenant> clients =
        visit.clients().stream().filter(client -> !client.equals(visit.supported())).toList();
    if (isHeld(request)) {
      return Response.seeOther(URI.create(visit.path("/account/second-factor"))).build();
    }
    if (clients.isEmpty() && visit.administersPlatform()) {
      return Response.seeOther(URI.create(visit.path("/platform/clients"))).build();
    }
    if (clients.isEmpty()) {
      throw new NotFoundException("home: this account belongs to no client");
    }
    return Response.seeOther(URI.create(visit.path("/c/" + clients.get(0).id().slug()))).build();
  }

  private static boolean isHeld(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof CallerPrincipal known
        && known.principal() instanceof Principal.User user
        && user.held();
  }
}
