package ca.edsquebec.trackingbms.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** Connector settings as they are stored. */
final class SettingsJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

  private SettingsJson() {}

  static String write(Map<String, String> settings) {
    try {
      return MAPPER.writeValueAsString(new TreeMap<>(settings));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("could not write the names " + settings.keySet(), e);
    }
  }

  static Map<String, String> read(String json) {
    try {
      return MAPPER.readValue(json, SETTINGS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored connector settings are not JSON: " + json, e);
    }
  }
}
