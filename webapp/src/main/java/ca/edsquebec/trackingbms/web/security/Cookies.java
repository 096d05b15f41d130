package ca.edsquebec.trackingbms.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The portal's secret cookies: scripts can't read them, and other sites' forms don't carry them.
 * Where the portal is reached by HTTPS their names say so, and a browser then takes them from this
 * very host only ({@code __Host-}), or from HTTPS only where the portal has a path of its own
 * ({@code __Secure-}).
 */
public final class Cookies {

  static final String ACCESS = "tbms_session";
  static final String REFRESH = "tbms_refresh";
  static final String DEVICE = "tbms_device";
  static final String FORM = "tbms_form";
  static final String STEP = "tbms_step";

  /** For a cookie that goes when the browser closes. */
  static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

  private final boolean behindHttps;

  /**
   * @param publicUrl the portal's own address: where a proxy speaks HTTPS for us only this tells
   */
  public Cookies(Optional<URI> publicUrl) {
    behindHttps = publicUrl.map(URI::getScheme).filter("https"::equalsIgnoreCase).isPresent();
  }

  Optional<String> get(HttpServletRequest request, String name) {
    Cookie[] sent = request.getCookies();
    String full = prefix(request) + name;
    return sent == null
        ? Optional.empty()
        : Arrays.stream(sent)
            .filter(cookie -> cookie.getName().equals(full))
            .map(Cookie::getValue)
            .filter(value -> !value.isEmpty())
            .findFirst();
  }

  void set(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String value,
      Duration kept) {
    Cookie cookie = new Cookie(prefix(request) + name, value);
    cookie.setPath(request.getContextPath() + "/");
    cookie.setHttpOnly(true);
    cookie.setSecure(behindHttps || request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge((int) kept.toSeconds());
    response.addCookie(cookie);
  }

  void clear(HttpServletRequest request, HttpServletResponse response, String name) {
    set(request, response, name, "", Duration.ZERO);
  }

  private String prefix(HttpServletRequest request) {
    if (!behindHttps) {
      return "";
    }
    return request.getContextPath().isEmpty() ? "__Host-" : "__Secure-";
  }
}
