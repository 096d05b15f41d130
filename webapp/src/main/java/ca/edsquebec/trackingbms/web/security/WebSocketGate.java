package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.fleet.Scopes;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Enforces {@link Requires} on WebSocket endpoints, which JAX-RS does not see, and that the page
 * that opens one is ours.
 */
public final class WebSocketGate extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private final transient Credentials credentials;
  private final transient ProblemWriter problems;
  private final transient Map<String, Permission> endpoints;
  private final transient Origins origins;
  private final transient Scopes scopes;
  private final transient Tenants tenants;

  /**
   * @param endpoints what each path demands; one that ends in a name in braces stands for all that
   *     have any one word there
   */
  public WebSocketGate(
      Credentials credentials,
      ProblemWriter problems,
      Map<String, Permission> endpoints,
      Origins origins,
      Scopes scopes,
      Tenants tenants) {
    this.credentials = credentials;
    this.problems = problems;
    this.endpoints = Map.copyOf(endpoints);
    this.origins = origins;
    this.scopes = scopes;
    this.tenants = tenants;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Permission permission = demanded(request.getServletPath());
    if (permission == null) {
      problems.write(request, response, 404);
    } else if (!(request.getUserPrincipal() instanceof CallerPrincipal known)) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"TrackingBMS\"");
      problems.write(
          request, response, 401, "send an API key or an access token: Authorization: Bearer …");
    } else if (!origins.isOursOrNone(request)) {
      problems.write(request, response, 403);
    } else {
      admit(request, response, chain, known, permission);
    }
  }

  /** Null where there is no endpoint. */
  private Permission demanded(String path) {
    Permission exact = endpoints.get(path);
    String before = path.substring(0, path.lastIndexOf('/') + 1);
    return exact != null || before.length() == path.length()
        ? exact
        : endpoints.entrySet().stream()
            .filter(one -> one.getKey().matches(Pattern.quote(before) + "\\{\\w+}"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }

  private void admit(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      CallerPrincipal known,
      Permission permission)
      throws IOException, ServletException {
    Caller caller;
    try {
      String header = request.getHeader("X-Client");
      caller = Caller.of(known, scopes, header == null ? request.getParameter("client") : header);
    } catch (NotFoundException e) {
      problems.write(request, response, 404);
      return;
    } catch (InvalidException e) {
      problems.write(request, response, 400);
      return;
    }
    if (!isThere(caller.tenant())) {
      problems.write(request, response, 404);
      return;
    }
    if (!caller.may(permission)) {
      problems.write(request, response, 403, "this takes the permission " + permission);
      return;
    }
    Watcher watcher =
        new Watcher(
            caller, permission, credentials.again(request, known.principal()), this::isThere);
    chain.doFilter(new Admitted(request, watcher), response);
  }

  // As the gate of the other addresses has it: a suspended client is read, a deleted one is not.
  private boolean isThere(TenantId tenant) {
    return tenants.find(tenant).filter(known -> known.status().isVisible()).isPresent();
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
