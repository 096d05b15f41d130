package ca.edsquebec.trackingbms.web.ingest.thingsboard;

import ca.edsquebec.trackingbms.intake.Addressing;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.ingest.ItemReader;
import ca.edsquebec.trackingbms.web.ingest.JsonValues;
import ca.edsquebec.trackingbms.web.ingest.NamedPoint;
import ca.edsquebec.trackingbms.web.ingest.PushBatch;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code {"voltage":52.8}}, {@code {"ts":1795340000123,"values":{…}}} with epoch milliseconds, or
 * an array of these. The battery: {@code ?battery=}, or the member {@code battery}, {@code device}
 * or {@code serial_number} of the values; else the one of the key.
 */
final class TelemetryDocument {

  private static final List<String> NAMES = List.of("device", "serial_number");

  private final PushBatch batch;
  private final String battery;
  private final long nowMicros;

  /**
   * @param battery as the address says; null when it does not
   */
  TelemetryDocument(PushBatch batch, String battery, long nowMicros) {
    this.batch = batch;
    this.battery = battery;
    this.nowMicros = nowMicros;
  }

  /**
   * Takes one document or an array of them; a bad one costs itself and no other.
   *
   * @throws IOException when it can't be read to its end; what came before is in the batch
   */
  void read(JsonParser parser, ObjectMapper json) throws IOException {
    JsonToken first = parser.nextToken();
    ItemReader items = new ItemReader(json, parser);
    if (first == JsonToken.START_OBJECT) {
      take(1, items);
    } else if (first == JsonToken.START_ARRAY) {
      for (long place = 1; parser.nextToken() != JsonToken.END_ARRAY; place++) {
        take(place, items);
      }
    } else {
      throw new InvalidException("body", "the body must be an object or an array of objects");
    }
  }

  private void take(long place, ItemReader items) throws IOException {
    try {
      JsonNode item = items.read();
      boolean dated = item.path("values").isObject();
      Map<String, Object> values = JsonValues.of(dated ? item.get("values") : item);
      Object inner = values.remove("battery");
      String named = battery != null ? battery : inner instanceof String text ? text : null;
      List<Addressing.Name> device = new ArrayList<>();
      if (named != null) {
        Addressing.Name strict = new Addressing.Name("battery", named, true);
        device.add(new Addressing.Name("battery", batch.addressing().named(strict).code(), true));
      }
      for (String name : NAMES) {
        if (values.get(name) instanceof String text) {
          device.add(new Addressing.Name(name, text, true));
        }
      }
      NamedPoint.add(batch, place, dated ? time(item.get("ts")) : nowMicros, device, values);
    } catch (InvalidException unusable) {
      batch.refuse(place, unusable.getMessage());
    }
  }

  private static long time(JsonNode ts) {
    if (ts == null || !ts.isIntegralNumber() || !ts.canConvertToLong()) {
      throw new InvalidException(
          "ts", "ts must be epoch milliseconds, as in {\"ts\":…,\"values\":{…}}");
    }
    long millis = ts.longValue();
    return Math.abs(millis) > Long.MAX_VALUE / 1000 ? Long.MAX_VALUE : millis * 1000;
  }
}
