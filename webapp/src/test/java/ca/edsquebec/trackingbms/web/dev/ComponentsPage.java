package ca.edsquebec.trackingbms.web.dev;

import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.glassfish.jersey.server.mvc.Viewable;

/** Shows the tags that need no client. */
@Path("dev/components")
@OpenToAll
@Produces(MediaType.TEXT_HTML)
public final class ComponentsPage {

  @GET
  public Viewable components(@Context Visit visit) {
    return visit.page("dev/components", new Components(visit.now()));
  }
}
