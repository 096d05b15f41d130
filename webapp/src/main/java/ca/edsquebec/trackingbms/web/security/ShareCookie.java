package ca.edsquebec.trackingbms.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie by which a browser that opened a share link is known: a kind of its own, good for that
 * link and nothing else. It ends with the link.
 */
public final class ShareCookie {

  static final String NAME = "tbms_share";

  private ShareCookie() {}

  /**
   * @param length until the link ends
   */
  public static void set(
      HttpServletRequest request, HttpServletResponse response, String token, Duration length) {
    response.addCookie(cookie(request, token, Math.toIntExact(length.toSeconds())));
  }

  /** Takes it back, where there is one. */
  public static void clear(HttpServletRequest request, HttpServletResponse response) {
    if (of(request).isPresent()) {
      response.addCookie(cookie(request, "", 0));
    }
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

  private static Cookie cookie(HttpServletRequest request, String value, int maxAge) {
    Cookie cookie = new Cookie(NAME, value);
    cookie.setPath(request.getContextPath() + "/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(maxAge);
    return cookie;
  }
}
