package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.fleet.Scopes;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.web.problem.FactorMissingException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;

/**
 * Enforces {@link Requires}, {@link RequiresPlatform}, {@link RequiresSignIn} and {@link OpenToAll}
 * on every resource method.
 */
@Provider
public final class AccessFeature implements DynamicFeature {

  static final String CALLER = Caller.class.getName();

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Scopes scopes;

  @Inject
  public AccessFeature(Scopes scopes) {
    this.scopes = scopes;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Requires requires = find(resource, Requires.class);
    if (requires != null) {
      context.register(new PermissionGate(requires.value(), scopes));
    } else if (find(resource, RequiresPlatform.class) != null) {
      context.register(new PlatformGate());
    } else if (find(resource, RequiresSignIn.class) != null) {
      context.register(new SignInGate());
    } else if (find(resource, OpenToAll.class) == null && !isFrameworks(resource)) {
      throw new IllegalStateException(
          resource.getResourceMethod() + " does not state who may use it");
    }
  }

  // Jersey answers OPTIONS for each path by itself, with nothing but the methods there are.
  private static boolean isFrameworks(ResourceInfo resource) {
    return resource
        .getResourceMethod()
        .getDeclaringClass()
        .getName()
        .startsWith("org.glassfish.jersey.server.wadl.processor.");
  }

  // What a method says wins over what its class says, whatever the kind of statement.
  private static <A extends Annotation> A find(ResourceInfo resource, Class<A> kind) {
    Method method = resource.getResourceMethod();
    boolean methodSpeaks =
        method.isAnnotationPresent(Requires.class)
            || method.isAnnotationPresent(RequiresPlatform.class)
            || method.isAnnotationPresent(RequiresSignIn.class)
            || method.isAnnotationPresent(OpenToAll.class);
    return methodSpeaks
        ? method.getAnnotation(kind)
        : resource.getResourceClass().getAnnotation(kind);
  }

  /**
   * @throws FactorMissingException for who may do nothing before having a second factor
   */
  private static CallerPrincipal free(ContainerRequestContext request) {
    CallerPrincipal known = signedIn(request);
    if (known.principal() instanceof Principal.User user && user.held()) {
      throw new FactorMissingException();
    }
    return known;
  }

  static CallerPrincipal signedIn(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() instanceof CallerPrincipal known) {
      return known;
    }
    throw new NotAuthorizedException("Bearer realm=\"TrackingBMS\"");
  }

  @Priority(Priorities.AUTHORIZATION)
  private static final class PermissionGate implements ContainerRequestFilter {

    private final Permission permission;
    private final Scopes scopes;

    PermissionGate(Permission permission, Scopes scopes) {
      this.permission = permission;
      this.scopes = scopes;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      Caller caller = caller(free(request), request);
      if (!caller.may(permission)) {
        throw new ForbiddenException("this takes the permission " + permission);
      }
      if (caller.isVisiting() && !READING.contains(request.getMethod())) {
        throw new ForbiddenException("who looks as a client changes nothing of it");
      }
      request.setProperty(CALLER, caller);
    }

    // The address of a page names its client, so that two tabs can show two.
    private Caller caller(CallerPrincipal known, ContainerRequestContext request) {
      UriInfo uri = request.getUriInfo();
      String inPath = uri.getPathParameters().getFirst("client");
      if (inPath == null) {
        String header = request.getHeaderString("X-Client");
        return Caller.of(
            known, scopes, header != null ? header : uri.getQueryParameters().getFirst("client"));
      }
      try {
        return Caller.of(known, scopes, inPath);
      } catch (InvalidException noSuchName) {
        throw new NotFoundException("there is no such client");
      }
    }
  }

  @Priority(Priorities.AUTHORIZATION)
  private static final class PlatformGate implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      if (!(free(request).principal() instanceof Principal.User user) || !user.platformAdmin()) {
        throw new ForbiddenException("this takes an administrator of the installation");
      }
    }
  }

  @Priority(Priorities.AUTHORIZATION)
  private static final class SignInGate implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      // A link shows batteries; nobody's account is behind it.
      if (signedIn(request).principal() instanceof Principal.Share) {
        throw new ForbiddenException("this takes an account of one's own");
      }
    }
  }
}
