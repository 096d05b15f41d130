package ca.edsquebec.trackingbms.web.ingest.thingset;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.SuspendedException;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.web.problem.ProblemWriter;
import ca.edsquebec.trackingbms.web.security.Watcher;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Says in words, while it still can, why a node may not connect: once a WebSocket stands, there is
 * room for a hundred letters that few clients show. Behind the gate that knows who asks.
 */
public final class NodeGate extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final int UPGRADE_REQUIRED = 426;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Duration WAIT = Duration.ofMinutes(1);

  private final transient NodeHub hub;
  private final transient Tenants tenants;
  private final transient ProblemWriter problems;

  public NodeGate(NodeHub hub, Tenants tenants, ProblemWriter problems) {
    this.hub = hub;
    this.tenants = tenants;
    this.problems = problems;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      admit(request, (Watcher) request.getUserPrincipal());
    } catch (NodeRefused no) {
      refuse(request, response, no.status(), WAIT, no.getMessage());
      return;
    } catch (UnavailableException away) {
      refuse(request, response, 503, away.retryAfter(), away.getMessage());
      return;
    }
    chain.doFilter(request, response);
  }

  private void admit(HttpServletRequest request, Watcher watcher) {
    Tenant tenant = tenants.get(watcher.tenant());
    if (!tenant.status().takesChanges()) {
      throw new NodeRefused(403, new SuspendedException(tenant).getMessage());
    }
    String path = request.getServletPath();
    Battery battery = hub.battery(watcher, path.substring(path.lastIndexOf('/') + 1));
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      throw new NodeRefused(
          UPGRADE_REQUIRED, "a node connects here by WebSocket: send Upgrade: websocket");
    }
    hub.requireRoom(watcher.tenant(), battery);
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      Duration wait,
      String message)
      throws IOException {
    if (status == UPGRADE_REQUIRED) {
      response.setHeader("Upgrade", "websocket");
    } else if (status == TOO_MANY_REQUESTS || status >= 500) {
      response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }
    problems.write(request, response, status, message);
  }
}
