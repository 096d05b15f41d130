package ca.edsquebec.trackingbms.web.problem;

import ca.edsquebec.trackingbms.identity.RightsRefused;
import ca.edsquebec.trackingbms.identity.SignInThrottled;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.QuotaException;
import ca.edsquebec.trackingbms.platform.TooSoonException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.SuspendedException;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where an exception becomes an answer. What the caller did wrong is told to the
 * caller; what we did wrong is logged, once, and the caller gets its trace id.
 */
@Provider
public final class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Throwable e) {
    if (e instanceof BrokenBodyException broken) {
      return answer(ProblemKind.MALFORMED_BODY, e.getMessage(), List.of(), broken.counts());
    }
    if (e instanceof FactorAskedException asked) {
      return answer(
          ProblemKind.SECOND_FACTOR_REQUIRED,
          e.getMessage(),
          List.of(),
          Map.of("challenge", asked.challenge()));
    }
    if (e instanceof FactorMissingException) {
      return answer(ProblemKind.SECOND_FACTOR_MISSING, e.getMessage(), List.of(), Map.of());
    }
    if (e instanceof InvalidException invalid) {
      return ofField(invalid.field(), e.getMessage());
    }
    if (e instanceof RightsRefused refused) {
      return ofField(refused.field(), e.getMessage());
    }
    if (e instanceof NotFoundException) {
      return answer(ProblemKind.NOT_FOUND, e.getMessage(), List.of(), Map.of());
    }
    if (e instanceof UnavailableException unavailable) {
      return unavailable(unavailable);
    }
    if (e instanceof SuspendedException) {
      return answer(ProblemKind.SUSPENDED, e.getMessage(), List.of(), Map.of());
    }
    if (e instanceof QuotaException quota) {
      return quota
          .retryAfter()
          .map(wait -> later(ProblemKind.QUOTA_FOR_TODAY, e.getMessage(), wait))
          .orElseGet(() -> answer(ProblemKind.QUOTA, e.getMessage(), List.of(), Map.of()));
    }
    if (e instanceof SignInThrottled throttled) {
      return later(ProblemKind.TOO_MANY_REQUESTS, e.getMessage(), throttled.retryAfter());
    }
    if (e instanceof TooSoonException often) {
      return later(ProblemKind.TOO_MANY_REQUESTS, e.getMessage(), often.retryAfter());
    }
    if (e instanceof JsonProcessingException json) {
      return answer(ProblemKind.MALFORMED_BODY, where(json), List.of(), Map.of());
    }
    if (e instanceof WebApplicationException http && http.getResponse().getStatus() < 500) {
      return ofHttp(http);
    }
    return ours(e);
  }

  private Response ofField(String field, String message) {
    return answer(
        ProblemKind.INVALID, message, List.of(new Problem.FieldError(field, message)), Map.of());
  }

  private Response unavailable(UnavailableException e) {
    if (e.getCause() != null) {
      LOG.warn("{}: {}", e.getMessage(), e.getCause().toString());
    }
    return later(ProblemKind.UNAVAILABLE, e.getMessage(), e.retryAfter());
  }

  private Response later(ProblemKind kind, String detail, Duration wait) {
    return Response.fromResponse(answer(kind, detail, List.of(), Map.of()))
        .header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()))
        .build();
  }

  // Redirections and refusals of the framework keep their headers: Allow, WWW-Authenticate …
  private Response ofHttp(WebApplicationException e) {
    Response given = e.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    ProblemKind kind = ProblemKind.ofStatus(given.getStatus());
    Response.ResponseBuilder answer =
        Response.fromResponse(answer(kind, detail(kind, e), List.of(), Map.of()))
            .status(given.getStatus());
    for (String name :
        List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER)) {
      if (given.getHeaderString(name) != null) {
        answer.header(name, given.getHeaderString(name));
      }
    }
    return answer.build();
  }

  // The framework's own words («HTTP 404 Not Found») say nothing that the title does not.
  private static String detail(ProblemKind kind, WebApplicationException e) {
    String message = e.getMessage();
    return message == null || message.startsWith("HTTP " + kind.status()) ? null : message;
  }

  private Response ours(Throwable e) {
    String traceId = UUID.randomUUID().toString();
    LOG.error("request failed, trace id {}", traceId, e);
    Problem problem =
        new Problem(
            ProblemKind.INTERNAL.type(),
            ProblemKind.INTERNAL.title(Language.preferred(language())),
            ProblemKind.INTERNAL.status(),
            null,
            List.of(),
            traceId,
            Map.of());
    return entity(problem);
  }

  private Response answer(
      ProblemKind kind,
      String detail,
      List<Problem.FieldError> errors,
      Map<String, Object> counts) {
    return entity(
        new Problem(
            kind.type(),
            kind.title(Language.preferred(language())),
            kind.status(),
            detail,
            errors,
            UUID.randomUUID().toString(),
            counts));
  }

  private static Response entity(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }

  private String language() {
    return headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
  }

  private static String where(JsonProcessingException e) {
    String reason = JsonFault.reason(e);
    return e.getLocation() == null
        ? reason
        : "line %d, column %d: %s"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr(), reason);
  }
}
