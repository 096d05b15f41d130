package ca.edsquebec.trackingbms.web.auth;

import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Sessions;
import ca.edsquebec.trackingbms.identity.SignInRefused;
import ca.edsquebec.trackingbms.identity.SignedIn;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.security.CallerPrincipal;
import ca.edsquebec.trackingbms.web.security.OpenToAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Objects;

/** Signing in with e-mail and password, and out. */
@Path("api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
public final class AuthResource {

  /** What a person gives; a client that knows of more, such as a one-time code, may send it. */
  public record Login(String email, String password) {}

  /**
   * @param accessToken for {@code Authorization: Bearer}
   * @param expiresIn seconds
   */
  public record Granted(String accessToken, String tokenType, long expiresIn) {}

  private final Sessions sessions;

  @Inject
  public AuthResource(Sessions sessions) {
    this.sessions = sessions;
  }

  @POST
  @Path("login")
  @Consumes(MediaType.APPLICATION_JSON)
  @OpenToAll
  public Granted login(Login login, @Context HttpServletRequest request) {
    if (login == null || login.email() == null || login.password() == null) {
      throw new InvalidException("email", "give email and password");
    }
    try {
      SignedIn signedIn =
          sessions.signIn(
              login.email(),
              login.password(),
              request.getRemoteAddr(),
              Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
      return new Granted(signedIn.accessToken(), "Bearer", signedIn.expiresIn().toSeconds());
    } catch (SignInRefused refused) {
      throw new NotAuthorizedException(refused.getMessage(), "Bearer realm=\"TrackingBMS\"");
    }
  }

  /** Ends the session of the access token sent; answers the same when there is none. */
  @POST
  @Path("logout")
  @OpenToAll
  public void logout(@Context SecurityContext security) {
    if (security.getUserPrincipal() instanceof CallerPrincipal known
        && known.principal() instanceof Principal.User user) {
      sessions.end(user.sessionId());
    }
  }
}
