package ca.edsquebec.trackingbms.web.auth;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.Device;
import ca.edsquebec.trackingbms.identity.FactorAsked;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Renewal;
import ca.edsquebec.trackingbms.identity.SessionKind;
import ca.edsquebec.trackingbms.identity.Sessions;
import ca.edsquebec.trackingbms.identity.SignIn;
import ca.edsquebec.trackingbms.identity.SignInRefused;
import ca.edsquebec.trackingbms.identity.SignInStep;
import ca.edsquebec.trackingbms.identity.SignedIn;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.problem.FactorAskedException;
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
import java.util.Objects;

/** Sessions of programs: how one begins, goes on and ends. */
@Path("api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
public final class AuthResource {

  private static final String SCHEME = "Bearer realm=\"TrackingBMS\"";

  /**
   * What a person gives.
   *
   * @param otp the second factor's code, or a backup code; may be absent
   */
  public record Login(String email, String password, String otp) {}

  /**
   * @param challenge of the answer to a login without code
   */
  public record Otp(String challenge, String otp) {}

  /**
   * @param refreshToken the latest; each is good once
   */
  public record Refresh(String refreshToken) {}

  /**
   * @param accessToken for {@code Authorization: Bearer}
   * @param refreshToken for the next {@code refresh}
   * @param expiresIn seconds
   */
  public record Granted(
      String accessToken, String refreshToken, String tokenType, long expiresIn) {}

  private final SignIn signIn;
  private final Renewal renewal;
  private final Sessions sessions;

  @Inject
  public AuthResource(SignIn signIn, Renewal renewal, Sessions sessions) {
    this.signIn = signIn;
    this.renewal = renewal;
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
    Device device = device(request);
    try {
      SignInStep step = signIn.begin(SessionKind.PROGRAM, login.email(), login.password(), device);
      if (step instanceof FactorAsked asked) {
        if (login.otp() == null) {
          throw new FactorAskedException(asked.challenge());
        }
        step = finish(asked.challenge(), login.otp(), device);
      }
      return granted((SignedIn) step);
    } catch (SignInRefused refused) {
      throw new NotAuthorizedException(refused.getMessage(), SCHEME);
    }
  }

  /** The second step of a login, where the account has a second factor. */
  @POST
  @Path("otp")
  @Consumes(MediaType.APPLICATION_JSON)
  @OpenToAll
  public Granted otp(Otp otp, @Context HttpServletRequest request) {
    if (otp == null || otp.challenge() == null || otp.otp() == null) {
      throw new InvalidException("otp", "give challenge and otp");
    }
    try {
      return granted(finish(otp.challenge(), otp.otp(), device(request)));
    } catch (SignInRefused refused) {
      throw new NotAuthorizedException("wrong code, or too late", SCHEME);
    }
  }

  private SignedIn finish(String challenge, String code, Device device) {
    return signIn.finish(SessionKind.PROGRAM, challenge, code, false, device);
  }

  /** Goes on for another quarter of an hour. */
  @POST
  @Path("refresh")
  @Consumes(MediaType.APPLICATION_JSON)
  @OpenToAll
  public Granted refresh(Refresh refresh, @Context HttpServletRequest request) {
    if (refresh == null || refresh.refreshToken() == null) {
      throw new InvalidException("refreshToken", "give the refreshToken that came last");
    }
    return renewal
        .renew(SessionKind.PROGRAM, refresh.refreshToken(), request.getRemoteAddr())
        .map(AuthResource::granted)
        .orElseThrow(() -> new NotAuthorizedException("the session is over", SCHEME));
  }

  /** Ends the session of the access token sent; answers the same when there is none. */
  @POST
  @Path("logout")
  @OpenToAll
  public void logout(@Context HttpServletRequest request) {
    if (request.getUserPrincipal() instanceof CallerPrincipal known
        && known.principal() instanceof Principal.User user) {
      sessions.end(Actor.user(user.id(), request.getRemoteAddr()), user.sessionId());
    }
  }

  private static Granted granted(SignedIn in) {
    return new Granted(in.accessToken(), in.refreshToken(), "Bearer", in.expiresIn().toSeconds());
  }

  private static Device device(HttpServletRequest request) {
    return Device.program(
        request.getRemoteAddr(), Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
  }
}
