package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Sessions;
import java.util.Optional;

/** Turns an {@code Authorization} header into a principal: an access token or an API key. */
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
   * @param header the header's text; null when there is none
   * @return empty when there is none, or when it proves nothing (now, or any more)
   */
  public Optional<Principal> check(String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String secret = header.substring(SCHEME.length()).strip();
    return secret.startsWith(KEY_PREFIX)
        ? keys.authenticate(secret)
        : sessions.authenticate(secret);
  }
}
