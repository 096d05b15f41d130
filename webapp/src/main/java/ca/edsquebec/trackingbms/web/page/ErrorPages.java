package ca.edsquebec.trackingbms.web.page;

import ca.edsquebec.trackingbms.web.problem.Problem;
import ca.edsquebec.trackingbms.web.security.ForeignFormats;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.ExtendedResourceContext;

/**
 * Shows a problem as a page to those who asked for a page; who must sign in is led there, and who
 * asks for what only takes a form to the form.
 */
@jakarta.ws.rs.ext.Provider
public final class ErrorPages implements ContainerResponseFilter {

  /** The statuses that have words of their own; others share those of their class. */
  static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 429, 500, 503);

  /**
   * What the error page shows.
   *
   * @param words the key of its texts
   * @param detail what was wrong in particular; empty when there is nothing to say
   */
  public record ErrorPage(int status, String words, String detail, String traceId) {}

  private final Provider<Visit> visit;

  private final Provider<ExtendedResourceContext> resources;

  @Inject
  public ErrorPages(Provider<Visit> visit, Provider<ExtendedResourceContext> resources) {
    this.visit = visit;
    this.resources = resources;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof Problem problem) || !wantsPage(request)) {
      return;
    }
    if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
      lead(response, signIn(request));
      return;
    }
    if (problem.asksForFactor()) {
      lead(response, URI.create(visit.get().path("/account/second-factor")));
      return;
    }
    Optional<URI> form = form(request, problem.status());
    if (form.isPresent()) {
      lead(response, form.get());
      return;
    }
    int status = problem.status();
    int words = WORDED.contains(status) ? status : status >= 500 ? 500 : 400;
    ErrorPage page =
        new ErrorPage(
            status,
            "error." + words,
            status == 400 && problem.detail() != null ? problem.detail() : "",
            problem.traceId() == null ? "" : problem.traceId());
    response.setEntity(
        visit.get().page("error/error", page), new Annotation[0], MediaType.TEXT_HTML_TYPE);
  }

  private static void lead(ContainerResponseContext response, URI to) {
    response.setStatusInfo(Response.Status.SEE_OTHER);
    response.getHeaders().putSingle(HttpHeaders.LOCATION, to);
    response.setEntity(null);
  }

  /**
   * Browsers name the type when they load a page; scripts and programs do not. Where devices send
   * there are no pages.
   */
  private static boolean wantsPage(ContainerRequestContext request) {
    return ForeignFormats.at("/" + request.getUriInfo().getPath()).isEmpty()
        && request.getAcceptableMediaTypes().stream()
            .anyMatch(type -> type.getSubtype().equals("html"));
  }

  // A refused form stands at the address that took it. Who asks for that one, as the link to the
  // other language does, is led to the page that has the form.
  private Optional<URI> form(ContainerRequestContext request, int status) {
    boolean taken = status == Response.Status.METHOD_NOT_ALLOWED.getStatusCode();
    if (!taken || !request.getMethod().equals("GET")) {
      return Optional.empty();
    }
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    return PageAddresses.of(resources.get().getResourceModel())
        .above(request.getUriInfo().getPath())
        .map(page -> visit.get().path(page) + (query == null ? "" : "?" + query))
        .map(URI::create);
  }

  private static URI signIn(ContainerRequestContext request) {
    URI base = request.getUriInfo().getBaseUri();
    URI wanted = request.getUriInfo().getRequestUri();
    String next =
        request.getMethod().equals("GET")
            ? "?next="
                + URLEncoder.encode(
                    "/" + base.relativize(wanted).toString(), StandardCharsets.UTF_8)
            : "";
    return URI.create(base.getRawPath() + "login" + next);
  }
}
