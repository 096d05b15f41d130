package ca.edsquebec.trackingbms.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of before and after as a column holds them. */
final class ValuesJson {

  /** Together they must fit a column; nobody reads more of one in an audit. */
  private static final int MAX_VALUE = 1000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};

  private ValuesJson() {}

  /** Null for none. A long value is cut, which its ending shows. */
  static String text(Map<String, String> values) {
    if (values.isEmpty()) {
      return null;
    }
    SortedMap<String, String> cut = new TreeMap<>();
    values.forEach((name, value) -> cut.put(name, cut(value, MAX_VALUE)));
    try {
      return JSON.writeValueAsString(cut);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written as JSON", e);
    }
  }

  static SortedMap<String, String> values(String column) {
    if (column == null) {
      return new TreeMap<>();
    }
    try {
      return JSON.readValue(column, VALUES);
    } catch (JsonProcessingException somebodyElsesText) {
      // A row that was tampered with must still be shown.
      return new TreeMap<>(Map.of("?", column));
    }
  }

  /** At most so many UTF-16 units, never half a character. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = length - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
