package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Comes first: sees who really sent the request, writes the headers of every answer, and lets in
 * only what was sent to this portal by the protocol that it is to be reached by.
 */
public final class EntranceFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final int MISDIRECTED = 421;
  private static final int PERMANENT_REDIRECT = 308;
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final transient Proxies proxies;
  private final transient Optional<URI> publicUrl;
  private final transient ProblemWriter problems;

  /**
   * @param publicUrl the portal's own address; empty to take any host and any protocol
   */
  public EntranceFilter(Proxies proxies, Optional<URI> publicUrl, ProblemWriter problems) {
    this.proxies = proxies;
    this.publicUrl = publicUrl;
    this.problems = problems;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest seen = proxies.seeThrough(request);
    SecurityHeaders.write(response, isHttpsOnly() && seen.isSecure());
    // Static files replace it by what suits them.
    response.setHeader("Cache-Control", "no-store");
    if (isLocalProbe(request)) {
      chain.doFilter(seen, response);
    } else if (publicUrl.isPresent() && !isOurHost(seen)) {
      problems.write(seen, response, MISDIRECTED);
    } else if (isHttpsOnly() && !seen.isSecure()) {
      leadToHttps(seen, response);
    } else {
      chain.doFilter(seen, response);
    }
  }

  private boolean isHttpsOnly() {
    return publicUrl.map(URI::getScheme).filter("https"::equalsIgnoreCase).isPresent();
  }

  // The port says nothing: a proxy may listen on another one than we do.
  private boolean isOurHost(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host != null
        && host.replaceFirst(":\\d*$", "").equalsIgnoreCase(publicUrl.orElseThrow().getHost());
  }

  // A program that sends its key unprotected shall notice; a person shall get where they want.
  private void leadToHttps(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean page =
        READING.contains(request.getMethod())
            && !request.getServletPath().matches("/(api|ws)/.*")
            && ForeignFormats.at(request.getServletPath()).isEmpty()
            && request.getHeader("Authorization") == null;
    if (!page) {
      problems.write(request, response, MISDIRECTED);
      return;
    }
    URI ours = publicUrl.orElseThrow();
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    response.setStatus(PERMANENT_REDIRECT);
    response.setHeader(
        "Location",
        ours.getScheme().toLowerCase(Locale.ROOT)
            + "://"
            + ours.getAuthority()
            + request.getRequestURI()
            + query);
  }

  /** Something on this host that asks whether we are well; it knows no name of ours. */
  private static boolean isLocalProbe(HttpServletRequest request) {
    return request.getServletPath().equals("/api/v1/health")
        && Set.of("127.0.0.1", "0:0:0:0:0:0:0:1").contains(request.getRemoteAddr())
        && !Proxies.isForwarded(request);
  }
}
