package ca.edsquebec.trackingbms.web.ingest.emoncms;

import ca.edsquebec.trackingbms.intake.Addressing;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.ingest.JsonValues;
import ca.edsquebec.trackingbms.web.ingest.NamedPoint;
import ca.edsquebec.trackingbms.web.ingest.PushBatch;
import ca.edsquebec.trackingbms.web.ingest.Told;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code [[t,node,v1,v2…],[t,node,{"name":v}]…]}: t are seconds, counted from {@code time}, or back
 * from the moment that {@code sentat} or {@code offset} says, or so that the last one is now.
 */
final class Bulk {

  private static final long MICROS = 1_000_000;

  private final PushBatch batch;
  private final long nowMicros;

  Bulk(PushBatch batch, long nowMicros) {
    this.batch = batch;
    this.nowMicros = nowMicros;
  }

  /**
   * Takes the items; a bad one costs itself and no other.
   *
   * @throws InvalidException when there are none
   */
  void read(Map<String, String> parameters, ObjectMapper json) {
    JsonNode items = items(parameters.get("data"), json);
    long from = reference(parameters, items);
    for (int i = 0; i < items.size(); i++) {
      try {
        take(i + 1L, items.get(i), from);
      } catch (InvalidException unusable) {
        batch.refuse(i + 1L, unusable.getMessage());
      }
    }
  }

  private static JsonNode items(String text, ObjectMapper json) {
    if (text == null) {
      throw new InvalidException("data", "Format error, data is missing: data=[[0,\"node\",1,2]]");
    }
    try {
      JsonNode items = json.readTree(text);
      if (items.isArray()) {
        return items;
      }
    } catch (JsonProcessingException malformed) {
      throw new InvalidException("data", "Format error, json string supplied is not valid");
    }
    throw new InvalidException("data", "Format error, json string supplied is not valid");
  }

  private long reference(Map<String, String> parameters, JsonNode items) {
    for (String back : List.of("sentat", "offset")) {
      if (parameters.containsKey(back)) {
        return nowMicros - seconds(back, parameters.get(back)) * MICROS;
      }
    }
    if (parameters.containsKey("time")) {
      return SentTime.of(parameters.get("time"), nowMicros);
    }
    JsonNode last = items.path(items.size() - 1).path(0);
    return nowMicros - (last.isNumber() ? (long) (last.doubleValue() * MICROS) : 0);
  }

  private static long seconds(String name, String text) {
    if (!text.strip().matches("-?\\d{1,11}")) {
      throw new InvalidException(
          name, "%s is \"%s\", not whole seconds".formatted(name, Told.quoted(text)));
    }
    return Long.parseLong(text.strip());
  }

  private void take(long place, JsonNode item, long from) {
    if (!item.isArray() || item.size() < 3 || !item.get(0).isNumber() || !isNode(item.get(1))) {
      throw new InvalidException("data", "an item is [seconds, node, value, …]");
    }
    long time = from + (long) (item.get(0).doubleValue() * MICROS);
    String node = item.get(1).asText();
    NamedPoint.add(
        batch, place, time, List.of(new Addressing.Name("node", node, true)), values(item));
  }

  private static boolean isNode(JsonNode node) {
    return node.isTextual() || node.isIntegralNumber();
  }

  private static Map<String, Object> values(JsonNode item) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 2; i < item.size(); i++) {
      JsonNode value = item.get(i);
      if (value.isObject()) {
        values.putAll(JsonValues.of(value));
      } else if (value.isNumber()) {
        values.put(Integer.toString(i - 1), value.doubleValue());
      } else if (!value.isNull()) {
        throw new InvalidException("data", "a value is a number, null or {\"name\": number}");
      }
    }
    return values;
  }
}
