package ca.edsquebec.trackingbms.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** The choices of a list as they are stored. */
final class ChoicesJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<List<CustomField.Choice>> CHOICES = new TypeReference<>() {};

  private ChoicesJson() {}

  static String write(List<CustomField.Choice> choices) {
    try {
      return MAPPER.writeValueAsString(choices);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("choices can be written as JSON", e);
    }
  }

  static List<CustomField.Choice> read(String json) {
    try {
      return MAPPER.readValue(json, CHOICES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored choices are not JSON: " + json, e);
    }
  }
}
