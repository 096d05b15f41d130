package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Turns what a request carries into a principal: an {@code Authorization} header with an access
 * token or an API key, or else the cookie of a browser that signed in.
 */
public final class Credentials {

  private static final String SCHEME = "Bearer ";
  private static final String KEY_PREFIX = "tbms_";

  private final Sessions sessions;
  private final ApiKeys keys;

  public Credentials(Sessions sessions, ApiKeys keys) {
    this.sessions = sessions;
    this.keys = keys;
  }

  /**
   * A way to check, now and again later, what the request carries: the answer is empty when it
   * proves nothing (now, or any more).
   */
  Supplier<Optional<Principal>> of(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null) {
      return () -> check(header);
    }
    Optional<String> cookie = SessionCookie.of(request);
    return () -> cookie.flatMap(sessions::authenticateCookie);
  }

  private Optional<Principal> check(String header) {
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String secret = header.substring(SCHEME.length()).strip();
    return secret.startsWith(KEY_PREFIX)
        ? keys.authenticate(secret)
        : sessions.authenticate(secret);
  }
}
