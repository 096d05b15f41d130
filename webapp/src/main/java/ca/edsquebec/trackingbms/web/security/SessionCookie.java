package ca.edsquebec.trackingbms.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie by which a browser that signed in is known. Scripts can't read it, other sites' forms
 * don't carry it, and it goes when the browser closes.
 */
public final class SessionCookie {

  static final String NAME = "tbms_session";

  private static final int UNTIL_THE_BROWSER_CLOSES = -1;

  private final boolean behindHttps;

  /**
   * @param publicUrl the portal's own address: where a proxy speaks HTTPS for us only this tells
   */
  public SessionCookie(Optional<URI> publicUrl) {
    behindHttps = publicUrl.map(URI::getScheme).filter("https"::equalsIgnoreCase).isPresent();
  }

  /** Gives it to the browser. */
  public void set(HttpServletRequest request, HttpServletResponse response, String secret) {
    response.addCookie(cookie(request, secret, UNTIL_THE_BROWSER_CLOSES));
    // Who signs in wants to see their own.
    ShareCookie.clear(request, response);
  }

  /** Takes it back. */
  public void clear(HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie(request, "", 0));
  }

  static Optional<String> of(HttpServletRequest request) {
    Cookie[] sent = request.getCookies();
    return sent == null
        ? Optional.empty()
        : Arrays.stream(sent)
            .filter(cookie -> cookie.getName().equals(NAME))
            .map(Cookie::getValue)
            .filter(value -> !value.isEmpty())
            .findFirst();
  }

  private Cookie cookie(HttpServletRequest request, String value, int maxAge) {
    Cookie cookie = new Cookie(NAME, value);
    cookie.setPath(request.getContextPath() + "/");
    cookie.setHttpOnly(true);
    cookie.setSecure(behindHttps || request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(maxAge);
    return cookie;
  }
}
