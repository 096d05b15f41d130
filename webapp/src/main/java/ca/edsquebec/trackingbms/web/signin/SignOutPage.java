package ca.edsquebec.trackingbms.web.signin;

import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Sessions;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.CallerPrincipal;
import ca.edsquebec.trackingbms.web.security.OpenToAll;
import ca.edsquebec.trackingbms.web.security.SessionCookie;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Leaving: ends the session, whoever else may have its cookie. */
@Path("logout")
@OpenToAll
public final class SignOutPage {

  private final Sessions sessions;
  private final SessionCookie cookie;

  @Inject
  public SignOutPage(Sessions sessions, SessionCookie cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
  }

  @POST
  public Response signOut(
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @Context Visit visit) {
    session(request).ifPresent(sessions::end);
    cookie.clear(request, response);
    return Response.seeOther(URI.create(visit.path("/login?out"))).build();
  }

  /** The session that the request belongs to. */
  static Optional<String> session(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof CallerPrincipal known
            && known.principal() instanceof Principal.User user
        ? Optional.of(user.sessionId())
        : Optional.empty();
  }
}
