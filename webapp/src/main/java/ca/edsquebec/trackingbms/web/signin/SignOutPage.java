package ca.edsquebec.trackingbms.web.signin;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Sessions;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.security.BrowserSession;
import ca.edsquebec.trackingbms.web.security.OpenToAll;
import ca.edsquebec.trackingbms.web.security.ShareCookie;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leaving: ends the session, whoever else may have its cookie. */
@Path("logout")
@OpenToAll
public final class SignOutPage {

  private final Sessions sessions;
  private final BrowserSession browser;
  private final ShareCookie share;

  @Inject
  public SignOutPage(Sessions sessions, BrowserSession browser, ShareCookie share) {
    this.sessions = sessions;
    this.browser = browser;
    this.share = share;
  }

  @POST
  public Response signOut(
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @Context Visit visit) {
    end(sessions, browser, request, response);
    browser.forget(request, response);
    share.clear(request, response);
    return Response.seeOther(URI.create(visit.path("/login?out"))).build();
  }

  /**
   * Ends the session that the browser holds, if any; also while it looks at what a link shows, as
   * whose guest the request counts.
   */
  static void end(
      Sessions sessions,
      BrowserSession browser,
      HttpServletRequest request,
      HttpServletResponse response) {
    browser
        .recognise(request, response)
        .filter(Principal.User.class::isInstance)
        .map(Principal.User.class::cast)
        .ifPresent(
            user -> sessions.end(Actor.user(user.id(), request.getRemoteAddr()), user.sessionId()));
  }
}
