package ca.edsquebec.trackingbms.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/** A request that a trusted proxy passed on, as its client sent it. */
final class ForwardedRequest extends HttpServletRequestWrapper {

  private final String address;
  private final boolean secure;
  private final Optional<String> host;

  /**
   * @param host as the client named it; empty when the proxy left it where it belongs
   */
  ForwardedRequest(
      HttpServletRequest request, String address, boolean secure, Optional<String> host) {
    super(request);
    this.address = address;
    this.secure = secure;
    this.host = host;
  }

  @Override
  public String getRemoteAddr() {
    return address;
  }

  // No name is looked up.
  @Override
  public String getRemoteHost() {
    return address;
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getScheme() {
    return secure ? "https" : "http";
  }

  @Override
  public String getHeader(String name) {
    return host.filter(given -> name.equalsIgnoreCase("Host"))
        .orElseGet(() -> super.getHeader(name));
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return host.filter(given -> name.equalsIgnoreCase("Host"))
        .map(given -> Collections.enumeration(List.of(given)))
        .orElseGet(() -> super.getHeaders(name));
  }
}
