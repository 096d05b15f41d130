package ca.edsquebec.trackingbms.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** What every answer tells a browser about what it may do with it. */
final class SecurityHeaders {

  /** Nothing but from here, nothing inline; {@code data:} for the drawings in Tabler's CSS. */
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", CONTENT,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          // Old browsers' own filter could be turned against the page.
          "X-XSS-Protection", "0",
          "Referrer-Policy", "same-origin",
          "Permissions-Policy",
              "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  private SecurityHeaders() {}

  /** For what somebody sees by a link: its address goes nowhere, and into no search engine. */
  static void writeShared(HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
  }

  /**
   * @param httpsOnly whether the browser, which came by HTTPS, is to come by nothing else for a
   *     year
   */
  static void write(HttpServletResponse response, boolean httpsOnly) {
    HEADERS.forEach(response::setHeader);
    if (httpsOnly) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
