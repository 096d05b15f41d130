package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who is calling, for pages, API and WebSockets alike. It refuses nobody: what an address
 * demands is known only after matching. Except for a change that somebody else's page asks for, and
 * who asks too often.
 */
public final class AuthenticationFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Logger LOG = LoggerFactory.getLogger(AuthenticationFilter.class);

  private final transient Credentials credentials;
  private final transient Origins origins;
  private final transient RateLimits limits;
  private final transient ProblemWriter problems;

  public AuthenticationFilter(
      Credentials credentials, Origins origins, RateLimits limits, ProblemWriter problems) {
    this.credentials = credentials;
    this.origins = origins;
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    // The same for all: whoever asks.
    if (request.getServletPath().equals("/static")) {
      chain.doFilter(request, response);
      return;
    }
    if (origins.isForged(request)) {
      problems.write(request, response, HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    Optional<Principal> principal;
    try {
      principal = credentials.of(request, response);
    } catch (UnavailableException databaseAway) {
      response.setHeader("Retry-After", Long.toString(databaseAway.retryAfter().toSeconds()));
      refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    } catch (RuntimeException e) {
      // Ahead of the one place for exceptions: the database may lack its tables still.
      LOG.error("could not check who is calling", e);
      problems.write(request, response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      return;
    }
    if (principal.filter(Principal.Share.class::isInstance).isPresent()) {
      SecurityHeaders.writeShared(response);
    }
    long wait = limits.secondsToWait(request, principal);
    if (wait > 0) {
      response.setHeader("Retry-After", Long.toString(wait));
      refuse(request, response, TOO_MANY_REQUESTS);
      return;
    }
    HttpServletRequest seen =
        ForeignFormats.at(request.getServletPath()).isPresent() ? new NoForm(request) : request;
    chain.doFilter(
        principal.<HttpServletRequest>map(p -> new Known(seen, p)).orElse(seen), response);
    // Where a body broke off, the container remembers, and would answer 500 for our 400.
    request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    Optional<ForeignFormat> foreign = ForeignFormats.at(request.getServletPath());
    if (foreign.isPresent()) {
      problems.write(
          response,
          status,
          foreign.get().error(status, "not now: send the same again after Retry-After seconds"));
    } else {
      problems.write(request, response, status);
    }
  }

  /** A request whose sender is known. */
  private static final class Known extends HttpServletRequestWrapper {

    private final CallerPrincipal principal;

    Known(HttpServletRequest request, Principal principal) {
      super(request);
      this.principal = new CallerPrincipal(principal, request.getRemoteAddr());
    }

    @Override
    public java.security.Principal getUserPrincipal() {
      return principal;
    }
  }
}
