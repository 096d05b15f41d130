package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.identity.SessionKind;
import ca.edsquebec.trackingbms.identity.Sessions;
import ca.edsquebec.trackingbms.identity.Shares;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Turns what a request carries into a principal: an {@code Authorization} header with an access
 * token or an API key, or else the cookie of a browser that opened a share link, or those of one
 * that signed in. At an address of a {@link ForeignFormat} it may be a key where that one has it.
 */
public final class Credentials {

  private static final String SCHEME = "Bearer ";
  private static final String KEY_PREFIX = "tbms_";

  private final Sessions sessions;
  private final ApiKeys keys;
  private final Shares shares;
  private final ShareCookie share;
  private final BrowserSession browser;

  public Credentials(
      Sessions sessions, ApiKeys keys, Shares shares, ShareCookie share, BrowserSession browser) {
    this.sessions = sessions;
    this.keys = keys;
    this.shares = shares;
    this.share = share;
    this.browser = browser;
  }

  /** Who sends this; a browser may get fresh cookies with the answer. */
  Optional<Principal> of(HttpServletRequest request, HttpServletResponse response) {
    String header = request.getHeader("Authorization");
    Optional<ForeignFormat> foreign = ForeignFormats.at(request.getServletPath());
    if (foreign.isPresent() && (header == null || !isBearer(header))) {
      // No cookie counts there: what a browser sends along by itself must not store anything.
      return foreign.get().key(request).flatMap(keys::authenticate).map(Credentials::onlyIngesting);
    }
    if (header != null) {
      return check(header);
    }
    // Whoever opened a link sees what it shows and no more, also when signed in: else its maker
    // could not see what others see.
    Optional<Principal> guest = guest(request);
    return guest.isPresent() ? guest : browser.recognise(request, response);
  }

  private Optional<Principal> guest(HttpServletRequest request) {
    return ofLink(share.of(request));
  }

  private Optional<Principal> ofLink(Optional<String> token) {
    return token.flatMap(shares::authenticate).map(Principal.class::cast);
  }

  /**
   * A way to ask again later, without an answer that could carry cookies: a browser's session is
   * good as long as it is not over, everything else as it is now. What the request carried is read
   * at once: the container uses the request anew when it was answered.
   *
   * @param known who was recognised by that request
   */
  Supplier<Optional<Principal>> again(HttpServletRequest request, Principal known) {
    String header = request.getHeader("Authorization");
    if (header == null && known instanceof Principal.User user) {
      return () -> sessions.current(user.sessionId());
    }
    Optional<ForeignFormat> foreign = ForeignFormats.at(request.getServletPath());
    if (foreign.isPresent() && (header == null || !isBearer(header))) {
      Optional<String> key = foreign.get().key(request);
      return () -> key.flatMap(keys::authenticate).map(Credentials::onlyIngesting);
    }
    if (header != null) {
      return () -> check(header);
    }
    Optional<String> token = share.of(request);
    return () -> ofLink(token);
  }

  private static boolean isBearer(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  private static Principal onlyIngesting(Principal principal) {
    Principal.Key key = (Principal.Key) principal;
    Set<Scope> scopes = key.scopes().contains(Scope.INGEST) ? Set.of(Scope.INGEST) : Set.of();
    return new Principal.Key(key.id(), key.tenant(), scopes, key.access());
  }

  private Optional<Principal> check(String header) {
    if (!isBearer(header)) {
      return Optional.empty();
    }
    String secret = header.substring(SCHEME.length()).strip();
    return secret.startsWith(KEY_PREFIX)
        ? keys.authenticate(secret)
        : sessions.authenticate(SessionKind.PROGRAM, secret);
  }
}
