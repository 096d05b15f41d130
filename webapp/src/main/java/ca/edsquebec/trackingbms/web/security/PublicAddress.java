package ca.edsquebec.trackingbms.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** How this portal is reached from outside, for addresses that people pass on. */
public final class PublicAddress {

  private final Optional<URI> publicUrl;

  /**
   * @param publicUrl TBMS_PUBLIC_URL; empty to go by the request
   */
  public PublicAddress(Optional<URI> publicUrl) {
    this.publicUrl = publicUrl;
  }

  /**
   * A whole address of this portal.
   *
   * @param path from its root on, beginning with a slash
   */
  public String of(HttpServletRequest request, String path) {
    String origin =
        publicUrl
            .map(url -> url.getScheme() + "://" + url.getAuthority())
            .orElseGet(() -> request.getScheme() + "://" + request.getHeader("Host"));
    return origin + request.getContextPath() + path;
  }
}
