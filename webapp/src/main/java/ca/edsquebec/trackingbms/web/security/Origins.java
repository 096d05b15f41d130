package ca.edsquebec.trackingbms.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Tells whether a request comes from a page of this portal, or from a page of somebody else. */
public final class Origins {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private final Optional<URI> publicUrl;
  private final BrowserSession browser;

  /**
   * @param publicUrl the portal's own address; empty to go by the Host header
   */
  public Origins(Optional<URI> publicUrl, BrowserSession browser) {
    this.publicUrl = publicUrl;
    this.browser = browser;
  }

  /** Browsers name the page's origin; programs name none, and carry no cookie either. */
  boolean isOursOrNone(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null || isOurs(origin, request);
  }

  /**
   * True for a change that a page of somebody else asks this person's browser for. A form sends no
   * header of its own, so a request with one comes from a program.
   */
  boolean isForged(HttpServletRequest request) {
    if (SAFE_METHODS.contains(request.getMethod()) || request.getHeader("Authorization") != null) {
      return false;
    }
    String origin = request.getHeader("Origin");
    return origin == null ? browser.isIn(request) : !isOurs(origin, request);
  }

  private boolean isOurs(String origin, HttpServletRequest request) {
    try {
      URI from = URI.create(origin);
      String expected = publicUrl.map(URI::getAuthority).orElseGet(() -> request.getHeader("Host"));
      boolean scheme =
          publicUrl.map(url -> url.getScheme().equalsIgnoreCase(from.getScheme())).orElse(true);
      return scheme
          && from.getAuthority() != null
          && from.getAuthority().equalsIgnoreCase(expected);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
