package ca.edsquebec.trackingbms.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A problem as RFC 9457 has it.
 *
 * @param type a stable name for the kind of problem
 * @param title the kind in the caller's language
 * @param detail this occurrence: what was wrong, where, what to do; null when there is no more to
 *     say
 * @param errors one entry a faulty field
 * @param traceId also in our log, when we logged it
 * @param counts further members: what was kept of a body that is broken further on
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    List<FieldError> errors,
    String traceId,
    @JsonIgnore Map<String, Object> counts) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** What is wrong with one field or parameter. */
  public record FieldError(String field, String message) {}

  /** Whether all is closed until a second factor is set up. */
  public boolean asksForFactor() {
    return type.equals(ProblemKind.SECOND_FACTOR_MISSING.type());
  }

  @JsonAnyGetter
  Map<String, Object> furtherMembers() {
    return counts;
  }
}
