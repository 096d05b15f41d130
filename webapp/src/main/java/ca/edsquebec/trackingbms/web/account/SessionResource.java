package ca.edsquebec.trackingbms.web.account;

import ca.edsquebec.trackingbms.identity.OpenSession;
import ca.edsquebec.trackingbms.identity.Sessions;
import ca.edsquebec.trackingbms.web.security.RequiresSignIn;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long the caller's session goes on: for pages, to warn before it ends. */
@Path("account/session")
@RequiresSignIn
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {

  /**
   * In milliseconds; browsers' clocks may be wrong.
   *
   * @param left until it ends if nothing more is heard of it; to ask counts as being heard of
   * @param longest until it ends whatever is heard of it
   */
  public record Left(long left, long longest) {}

  private final Sessions sessions;
  private final Clock clock;

  @Inject
  public SessionResource(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @GET
  public Left left(@Context HttpServletRequest request) {
    OpenSession session =
        sessions
            .find(Person.of(request).user().sessionId())
            .orElseThrow(() -> new NotAuthorizedException("the session is over", "Bearer"));
    Instant now = clock.instant();
    Instant last = session.since().plus(Sessions.LONGEST);
    return new Left(
        Duration.between(now, session.expiresAt()).toMillis(),
        Duration.between(now, last).toMillis());
  }
}
