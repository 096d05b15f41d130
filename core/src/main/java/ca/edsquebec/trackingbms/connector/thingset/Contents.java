package ca.edsquebec.trackingbms.connector.thingset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a message by their paths, groups within groups laid flat. */
final class Contents {

  private static final String UNNAMED = "payload";

  private Contents() {}

  /**
   * @param asked what it answers; empty when that is not known, then a group's values have bare
   *     names
   */
  static Map<String, Object> of(Message message, Optional<Asked> asked) {
    Map<String, Object> values = new LinkedHashMap<>();
    Object payload = message.payload();
    if (message.isReport() || (message.isContent() && asked.isEmpty())) {
      put(values, "", payload);
    } else if (message.isContent()) {
      putAnswer(values, asked.get(), payload);
    }
    return values;
  }

  private static void putAnswer(Map<String, Object> values, Asked asked, Object payload) {
    boolean fetched =
        payload instanceof List<?> list && !list.isEmpty() && list.size() == asked.items().size();
    // v0.6 answers the names that older dialects ask for with the values themselves.
    if (asked.names() && !(payload instanceof Map)) {
      values.put(asked.path().isEmpty() ? "names" : asked.path(), payload);
    } else if (fetched) {
      List<?> list = (List<?>) payload;
      for (int i = 0; i < list.size(); i++) {
        values.put(asked.within(asked.items().get(i)), list.get(i));
      }
    } else {
      put(values, asked.path(), payload);
    }
  }

  private static void put(Map<String, Object> values, String path, Object payload) {
    if (payload instanceof Map<?, ?> map) {
      map.forEach((key, value) -> put(values, Asked.inGroup(path, key.toString()), value));
    } else {
      values.put(path.isEmpty() ? UNNAMED : path, payload);
    }
  }
}
