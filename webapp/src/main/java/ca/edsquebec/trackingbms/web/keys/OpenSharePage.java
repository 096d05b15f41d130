package ca.edsquebec.trackingbms.web.keys;

import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Shares;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.OpenToAll;
import ca.edsquebec.trackingbms.web.security.ShareCookie;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** The address of a share link: gives the browser its cookie and leads to what it shows. */
@Path("s")
@OpenToAll
@Produces(MediaType.TEXT_HTML)
public final class OpenSharePage {

  private final Shares shares;
  private final ShareCookie cookie;
  private final Clock clock;

  @Inject
  public OpenSharePage(Shares shares, ShareCookie cookie, Clock clock) {
    this.shares = shares;
    this.cookie = cookie;
    this.clock = clock;
  }

  /** What is unknown, has ended or was revoked is all the same to who has no more than a link. */
  @GET
  @Path("{token}")
  public Response open(
      @PathParam("token") String token,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @Context Visit visit) {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    Principal.Share share =
        shares
            .open(request.getRemoteAddr(), token)
            .orElseThrow(() -> new NotFoundException("share link"));
    Duration left = Duration.between(clock.instant(), share.expiresAt());
    cookie.set(request, response, token, left);
    return Response.seeOther(URI.create(visit.path("/c/" + share.tenant().slug()))).build();
  }
}
