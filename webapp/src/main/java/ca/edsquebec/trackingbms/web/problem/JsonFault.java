package ca.edsquebec.trackingbms.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;

/** What is wrong with a body of JSON, in words that say nothing of our classes. */
public final class JsonFault {

  private JsonFault() {}

  /** One line. */
  public static String reason(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return "it is nested too deeply, or one of its texts or numbers is too long";
    }
    if (e instanceof JsonMappingException mapping) {
      return mapping.getPath().isEmpty()
          ? "it is not of the form asked for"
          : "\"%s\" is not of the type asked for".formatted(field(mapping));
    }
    return e.getOriginalMessage().lines().findFirst().orElse("it is not JSON");
  }

  private static String field(JsonMappingException e) {
    JsonMappingException.Reference last = e.getPath().get(e.getPath().size() - 1);
    return last.getFieldName() == null ? "[" + last.getIndex() + "]" : last.getFieldName();
  }
}
