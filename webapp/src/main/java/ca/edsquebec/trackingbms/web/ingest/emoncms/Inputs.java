package ca.edsquebec.trackingbms.web.ingest.emoncms;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.ingest.JsonValues;
import ca.edsquebec.trackingbms.web.ingest.Told;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values under their names, in the three ways in which a post of emoncms may hold them. */
final class Inputs {

  private static final String NONE = "Request contains no data via csv, json or data tag";

  private Inputs() {}

  /**
   * @throws InvalidException when there are none, or they can't be read
   */
  static Map<String, Object> of(Map<String, String> parameters, ObjectMapper json) {
    if (parameters.containsKey("fulljson")) {
      return full(parameters.get("fulljson"), json);
    }
    for (String name : new String[] {"json", "data"}) {
      if (parameters.containsKey(name)) {
        return loose(parameters.get(name));
      }
    }
    if (parameters.containsKey("csv")) {
      return numbered(parameters.get("csv"));
    }
    throw new InvalidException("data", NONE);
  }

  private static Map<String, Object> full(String text, ObjectMapper json) {
    try {
      JsonNode document = json.readTree(text);
      return JsonValues.of(document);
    } catch (JsonProcessingException malformed) {
      throw new InvalidException(
          "fulljson", "fulljson is not valid JSON: " + Told.quoted(text.strip()));
    }
  }

  /** {@code {voltage:52.8,soc:83.9}}: quotes and braces are as good as not there. */
  private static Map<String, Object> loose(String text) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String pair : text.replaceAll("[^\\p{L}0-9 ,:._-]", "").split(",", 5000)) {
      int colon = pair.lastIndexOf(':');
      String name = colon < 0 ? "" : pair.substring(0, colon).strip();
      if (name.isEmpty()) {
        throw new InvalidException(
            "json", "\"%s\" is not name:value, as in {voltage:52.8}".formatted(Told.quoted(pair)));
      }
      values.put(name, number(name, pair.substring(colon + 1)));
    }
    return values;
  }

  private static Map<String, Object> numbered(String text) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String item : text.split(",", 5000)) {
      String name = Integer.toString(values.size() + 1);
      values.put(name, number(name, item));
    }
    return values;
  }

  private static double number(String name, String text) {
    String plain = text.strip();
    if (!plain.matches("[+-]?\\d{1,15}(\\.\\d{0,15})?([eE][+-]?\\d{1,2})?")) {
      throw new InvalidException(
          name, "%s is \"%s\", not a number".formatted(name, Told.quoted(plain)));
    }
    return Double.parseDouble(plain);
  }
}
