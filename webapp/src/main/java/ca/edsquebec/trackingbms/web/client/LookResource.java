package ca.edsquebec.trackingbms.web.client;

import ca.edsquebec.trackingbms.client.Accent;
import ca.edsquebec.trackingbms.client.Looks;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.web.security.Caller;
import ca.edsquebec.trackingbms.web.security.OpenToAll;
import ca.edsquebec.trackingbms.web.security.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A client's colour as a style sheet, and its logo; what an address gives never changes. */
@Path("")
public final class LookResource {

  private static final String FOR_EVER = "max-age=31536000, immutable";

  private final Looks looks;

  @Inject
  public LookResource(Looks looks) {
    this.looks = looks;
  }

  /** Tells of no client: it is made of the colour alone. */
  @GET
  @Path("look/{colour}.css")
  @Produces("text/css")
  @OpenToAll
  public Response style(@PathParam("colour") String colour) {
    Accent accent;
    try {
      accent = new Accent("#" + colour);
    } catch (InvalidException none) {
      throw new NotFoundException("style of that colour");
    }
    String style =
        ":root{--client:%s;--client-text:#fff}[data-bs-theme=\"dark\"]{--client:%s;--client-text:#0d131e}"
            .formatted(accent.colour(), accent.onDark());
    return Response.ok(style).header(HttpHeaders.CACHE_CONTROL, "public, " + FOR_EVER).build();
  }

  @GET
  @Path("c/{client}/logo/{name}.png")
  @Produces("image/png")
  @Requires(Permission.VIEW_FLEET)
  public Response logo(@Context Caller caller) {
    byte[] png = looks.logo(caller.tenant()).orElseThrow(() -> new NotFoundException("logo"));
    return Response.ok(png).header(HttpHeaders.CACHE_CONTROL, "private, " + FOR_EVER).build();
  }
}
