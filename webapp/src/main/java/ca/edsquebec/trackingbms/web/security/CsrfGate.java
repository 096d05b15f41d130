package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.Principal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Set;
import org.glassfish.jersey.internal.util.collection.Ref;

/**
 * Lets no change through that a browser was tricked into. What comes with an {@code Authorization}
 * header comes from a program, since no page can send one unnoticed. All else must be a form with
 * our token, or a body or header that no form can send. After the gates: who must sign in is led to
 * that first.
 */
@jakarta.ws.rs.ext.Provider
@Priority(Priorities.AUTHORIZATION + 10)
public final class CsrfGate implements ContainerRequestFilter {

  static final String HEADER = "X-Requested-With";

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private final Csrf csrf;

  // By reference: a proxy of it can't be made across the class loaders of a container.
  private final Provider<Ref<HttpServletRequest>> servletRequest;

  @Inject
  public CsrfGate(Csrf csrf, Provider<Ref<HttpServletRequest>> servletRequest) {
    this.csrf = csrf;
    this.servletRequest = servletRequest;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (SAFE_METHODS.contains(request.getMethod())
        || request.getHeaderString("Authorization") != null
        || comesWithAKey(request)
        || noFormCanSend(request)) {
      return;
    }
    String token = FormToken.of(request);
    if (!csrf.isGood(servletRequest.get().get(), token)) {
      throw new ForbiddenException("this form was not made for this session: load its page again");
    }
  }

  // No browser has one to send by itself.
  private static boolean comesWithAKey(ContainerRequestContext request) {
    return request.getSecurityContext().getUserPrincipal() instanceof CallerPrincipal known
        && known.principal() instanceof Principal.Key;
  }

  private static boolean noFormCanSend(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    return request.getHeaderString(HEADER) != null
        || (type != null && type.getSubtype().endsWith("json"));
  }
}
