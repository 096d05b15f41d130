package ca.edsquebec.trackingbms.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie by which a browser that opened a share link is known: a kind of its own, good for that
 * link and nothing else. It ends with the link. Kept as the portal's other {@link Cookies} are, so
 * that no other host can plant one and show a visitor its own link's batteries.
 */
public final class ShareCookie {

  private static final String NAME = "tbms_share";

  private final Cookies cookies;

  public ShareCookie(Cookies cookies) {
    this.cookies = cookies;
  }

  /**
   * @param length until the link ends
   */
  public void set(
      HttpServletRequest request, HttpServletResponse response, String token, Duration length) {
    cookies.set(request, response, NAME, token, length);
  }

  /** Takes it back, where there is one. */
  public void clear(HttpServletRequest request, HttpServletResponse response) {
    if (of(request).isPresent()) {
      cookies.clear(request, response, NAME);
    }
  }

  Optional<String> of(HttpServletRequest request) {
    return cookies.get(request, NAME);
  }
}
