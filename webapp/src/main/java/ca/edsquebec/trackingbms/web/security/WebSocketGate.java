package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Enforces {@link Requires} on WebSocket endpoints, which JAX-RS does not see, and that the page
 * that opens one is ours.
 */
public final class WebSocketGate extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private final transient Credentials credentials;
  private final transient ProblemWriter problems;
  private final transient Map<String, Permission> endpoints;
  private final transient Optional<URI> publicUrl;

  /**
   * @param endpoints what each path demands
   * @param publicUrl the portal's own address; empty to go by the Host header
   */
  public WebSocketGate(
      Credentials credentials,
      ProblemWriter problems,
      Map<String, Permission> endpoints,
      Optional<URI> publicUrl) {
    this.credentials = credentials;
    this.problems = problems;
    this.endpoints = Map.copyOf(endpoints);
    this.publicUrl = publicUrl;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Permission permission = endpoints.get(request.getServletPath());
    if (permission == null) {
      problems.write(request, response, 404);
    } else if (!(request.getUserPrincipal() instanceof CallerPrincipal known)) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"TrackingBMS\"");
      problems.write(request, response, 401);
    } else if (!isOurs(request)) {
      problems.write(request, response, 403);
    } else {
      admit(request, response, chain, known.principal(), permission);
    }
  }

  private void admit(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Principal principal,
      Permission permission)
      throws IOException, ServletException {
    Caller caller;
    try {
      String header = request.getHeader("X-Client");
      caller = Caller.of(principal, header == null ? request.getParameter("client") : header);
    } catch (NotFoundException e) {
      problems.write(request, response, 404);
      return;
    } catch (InvalidException e) {
      problems.write(request, response, 400);
      return;
    }
    if (!principal.may(caller.tenant(), permission)) {
      problems.write(request, response, 403);
      return;
    }
    String authorization = request.getHeader("Authorization");
    Watcher watcher = new Watcher(caller, () -> mayStill(authorization, caller, permission));
    chain.doFilter(new Admitted(request, watcher), response);
  }

  private boolean mayStill(String authorization, Caller caller, Permission permission) {
    return credentials
        .check(authorization)
        .filter(now -> now.may(caller.tenant(), permission))
        .isPresent();
  }

  // Browsers name the page's origin; programs name none, and carry no cookie either.
  private boolean isOurs(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    try {
      URI from = URI.create(origin);
      String expected = publicUrl.map(URI::getAuthority).orElseGet(() -> request.getHeader("Host"));
      return from.getAuthority() != null && from.getAuthority().equalsIgnoreCase(expected);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** A request whose sender may watch. */
  private static final class Admitted extends HttpServletRequestWrapper {

    private final Watcher watcher;

    Admitted(HttpServletRequest request, Watcher watcher) {
      super(request);
      this.watcher = watcher;
    }

    @Override
    public java.security.Principal getUserPrincipal() {
      return watcher;
    }
  }
}
