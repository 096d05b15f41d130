package ca.edsquebec.trackingbms.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what a decoder shows of the wire with what a vector expects, exactly. */
final class Expectation {

  private Expectation() {}

  /** What differs; empty when all is as expected, no more and no less. */
  static Optional<String> difference(JsonNode expected, Map<String, ?> signals) {
    Set<String> names = new LinkedHashSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    if (!names.equals(signals.keySet())) {
      Set<String> missing = new LinkedHashSet<>(names);
      missing.removeAll(signals.keySet());
      Set<String> surplus = new LinkedHashSet<>(signals.keySet());
      surplus.removeAll(names);
      return Optional.of("lacks %s and has %s beyond".formatted(missing, surplus));
    }
    for (String name : names) {
      Optional<String> difference = differs(expected.get(name), signals.get(name));
      if (difference.isPresent()) {
        return Optional.of(name + " " + difference.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> differs(JsonNode expected, Object value) {
    if (expected.isObject() && value instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked")
      Map<String, ?> inner = (Map<String, ?>) map;
      return difference(expected, inner);
    }
    if (expected.isArray() && value instanceof List<?> list && list.size() == expected.size()) {
      for (int i = 0; i < list.size(); i++) {
        Optional<String> difference = differs(expected.get(i), list.get(i));
        if (difference.isPresent()) {
          return Optional.of("[%d] %s".formatted(i, difference.get()));
        }
      }
      return Optional.empty();
    }
    return isSame(expected, value)
        ? Optional.empty()
        : Optional.of("is %s, expected %s".formatted(value, expected));
  }

  private static boolean isSame(JsonNode expected, Object value) {
    if (expected.isNumber()) {
      return value instanceof BigDecimal number && number.compareTo(expected.decimalValue()) == 0;
    }
    return !expected.isContainerNode() && expected.asText().equals(String.valueOf(value));
  }
}
