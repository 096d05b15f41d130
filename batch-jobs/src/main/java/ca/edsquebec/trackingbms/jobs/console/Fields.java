package ca.edsquebec.trackingbms.jobs.console;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is told of one thing, by name, in the order in which it is shown. */
public final class Fields {

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** What only people are shown, by column. */
  private final Map<String, String> shown = new LinkedHashMap<>();

  /** What is not known (an empty Optional, an empty text, NaN) is left out. */
  public Fields with(String name, Object value) {
    Object shown = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    boolean unknown =
        shown == null || shown.equals("") || (shown instanceof Double d && Double.isNaN(d));
    if (!unknown) {
      values.put(name, shown instanceof Instant instant ? instant.toString() : shown);
    }
    return this;
  }

  /** For a column that people are shown; programs get what it says by fields of other names. */
  public Fields shown(String column, String text) {
    shown.put(column, text);
    return this;
  }

  Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Empty when it is not known. */
  String text(String name) {
    Object value = shown.containsKey(name) ? shown.get(name) : values.getOrDefault(name, "");
    return value instanceof Iterable<?> items ? joined(items) : value.toString();
  }

  private static String joined(Iterable<?> items) {
    StringBuilder text = new StringBuilder();
    items.forEach(item -> text.append(text.isEmpty() ? "" : ", ").append(item));
    return text.toString();
  }
}
