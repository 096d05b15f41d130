package ca.edsquebec.trackingbms.web.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Answers with a problem where no resource has been reached yet: from a filter. A browser that
 * loads a page gets the container's error page.
 */
public final class ProblemWriter {

  private final ObjectMapper json;

  public ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  /** Ends the response with that status and body. */
  public void write(HttpServletResponse response, int status, Object body) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    json.writeValue(response.getOutputStream(), body);
  }

  /** Ends the response with that status. */
  public void write(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    write(request, response, status, null);
  }

  /**
   * Ends the response with that status.
   *
   * @param detail what was wrong, where, what to do; null when there is no more to say
   */
  public void write(
      HttpServletRequest request, HttpServletResponse response, int status, String detail)
      throws IOException {
    String accept = request.getHeader("Accept");
    if (accept != null && accept.contains("text/html")) {
      response.sendError(status);
      return;
    }
    ProblemKind kind = ProblemKind.ofStatus(status);
    Problem problem =
        new Problem(
            kind.type(),
            kind.title(Language.preferred(request.getHeader("Accept-Language"))),
            status,
            detail,
            List.of(),
            UUID.randomUUID().toString(),
            Map.of());
    response.setStatus(status);
    response.setContentType(Problem.MEDIA_TYPE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
