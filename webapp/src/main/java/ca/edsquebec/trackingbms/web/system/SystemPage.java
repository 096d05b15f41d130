package ca.edsquebec.trackingbms.web.system;

import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.RequiresPlatform;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.glassfish.jersey.server.mvc.Viewable;

/** How the installation is. */
@Path("platform/system")
@RequiresPlatform
@Produces(MediaType.TEXT_HTML)
public final class SystemPage {

  private final SystemStatus status;

  @Inject
  public SystemPage(SystemStatus status) {
    this.status = status;
  }

  @GET
  public Viewable show(@Context Visit visit) {
    return visit.page("system/status", SystemView.of(status.see(), visit.texts().locale()));
  }

  /** Checks now; takes some seconds at most. */
  @POST
  @Path("check")
  public Response check(@Context Visit visit) {
    status.check();
    return Response.seeOther(URI.create(visit.path("/platform/system"))).build();
  }
}
