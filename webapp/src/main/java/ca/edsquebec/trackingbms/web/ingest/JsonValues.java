package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.platform.InvalidException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of a JSON document under the names of their ways: {@code cells.1.voltage} is the first
 * cell's. Items are counted from 1, as cells are; null says nothing.
 */
public final class JsonValues {

  private static final int MAX_VALUES = 4096;
  private static final int MAX_DEPTH = 4;

  private final Map<String, Object> values = new LinkedHashMap<>();

  private JsonValues() {}

  /**
   * @return numbers, flags and texts
   * @throws InvalidException when it is no object, or there is too much of it
   */
  public static Map<String, Object> of(JsonNode document) {
    if (!document.isObject()) {
      throw new InvalidException("", "values must be an object such as {\"voltage\":52.8}");
    }
    JsonValues found = new JsonValues();
    found.collect("", document, 0);
    return found.values;
  }

  private void collect(String name, JsonNode node, int depth) {
    if (node.isContainerNode() && depth >= MAX_DEPTH) {
      throw new InvalidException("", "\"%s\" is nested too deeply".formatted(name));
    }
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        collect(joined(name, member.getKey()), member.getValue(), depth + 1);
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(joined(name, Integer.toString(i + 1)), node.get(i), depth + 1);
      }
    } else {
      put(name, node);
    }
  }

  private void put(String name, JsonNode node) {
    if (values.size() >= MAX_VALUES) {
      throw new InvalidException("", "it has more than %d values".formatted(MAX_VALUES));
    }
    if (node.isNumber()) {
      values.put(name, node.doubleValue());
    } else if (node.isBoolean()) {
      values.put(name, node.booleanValue());
    } else if (node.isTextual()) {
      values.put(name, node.textValue());
    }
  }

  private static String joined(String name, String next) {
    return name.isEmpty() ? next : name + "." + next;
  }
}
