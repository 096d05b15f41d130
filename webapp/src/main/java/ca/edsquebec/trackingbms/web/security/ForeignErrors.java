package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.web.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Words a problem as the protocol does whose address was asked. */
@Provider
public final class ForeignErrors implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem) {
      ForeignFormats.at("/" + request.getUriInfo().getPath())
          .ifPresent(
              format ->
                  response.setEntity(
                      format.error(problem.status(), message(problem)),
                      new Annotation[0],
                      MediaType.APPLICATION_JSON_TYPE));
    }
  }

  private static String message(Problem problem) {
    return problem.detail() == null ? problem.title() : problem.detail();
  }
}
