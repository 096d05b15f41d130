package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Sessions;
import ca.edsquebec.trackingbms.identity.Shares;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Turns what a request carries into a principal: an {@code Authorization} header with an access
 * token or an API key, or else the cookie of a browser that opened a share link or signed in.
 */
public final class Credentials {

  private static final String SCHEME = "Bearer ";
  private static final String KEY_PREFIX = "tbms_";

  private final Sessions sessions;
  private final ApiKeys keys;
  private final Shares shares;

  public Credentials(Sessions sessions, ApiKeys keys, Shares shares) {
    this.sessions = sessions;
    this.keys = keys;
    this.shares = shares;
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
    // Whoever opened a link sees what it shows and no more, also when signed in: else its maker
    // could not see what others see.
    Optional<String> share = ShareCookie.of(request);
    Optional<String> cookie = SessionCookie.of(request);
    return () ->
        share
            .flatMap(shares::authenticate)
            .map(Principal.class::cast)
            .or(() -> cookie.flatMap(sessions::authenticateCookie));
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
