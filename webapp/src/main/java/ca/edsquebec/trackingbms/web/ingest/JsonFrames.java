package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.intake.FrameBatch;
import ca.edsquebec.trackingbms.platform.InvalidException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code {"battery":…,"frames":[[epochMicros,"233","050E…"],…]}}, {@code "lines"} with epoch
 * milliseconds and text, {@code "exchanges"} with request and answer in hexadecimal, and with topic
 * and variant where a frame has them. A bad item costs that item and no other.
 *
 * @param battery the code in the body; empty when it has none
 */
record JsonFrames(Optional<String> battery, ReadBody content) {

  static JsonFrames read(ObjectMapper json, InputStream body) throws IOException {
    Collector collector = new Collector(json);
    Optional<String> broken = Optional.empty();
    try (JsonParser parser = json.createParser(body)) {
      collector.readAll(parser);
    } catch (IOException e) {
      broken =
          Optional.of(
              "the body can't be read beyond item %d: %s"
                  .formatted(collector.offset, RequestBody.damage(e)));
    }
    return new JsonFrames(
        collector.battery,
        new ReadBody(new FrameBatch(collector.frames, collector.faults), broken));
  }

  private static final class Collector {

    /** Far beyond any clock, and far from overflow. */
    private static final long MAX_MICROS = 100_000_000_000_000_000L;

    private final ObjectMapper json;
    private final List<FrameBatch.Offered> frames = new ArrayList<>();
    private final List<FrameBatch.Fault> faults = new ArrayList<>();
    private Optional<String> battery = Optional.empty();
    private long offset;

    Collector(ObjectMapper json) {
      this.json = json;
    }

    void readAll(JsonParser parser) throws IOException {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidException("", "the body must be an object with battery and frames");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        switch (name) {
          case "battery" -> battery = battery(parser);
          case "frames", "lines", "exchanges" -> items(name, parser);
          default -> parser.skipChildren();
        }
      }
    }

    private static Optional<String> battery(JsonParser parser) throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw new InvalidException("battery", "battery must be the code of a battery");
      }
      return Optional.of(parser.getText());
    }

    private void items(String name, JsonParser parser) throws IOException {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw new InvalidException(name, name + " must be an array");
      }
      ItemReader items = new ItemReader(json, parser);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        RequestBody.requireRoom(frames.size() + faults.size());
        JsonNode item = json.missingNode();
        try {
          item = items.read();
          Frame frame =
              switch (name) {
                case "frames" -> canFrame(item);
                case "lines" -> line(item);
                default -> exchange(item);
              };
          frames.add(new FrameBatch.Offered(offset, frame));
        } catch (IllegalArgumentException | InvalidException malformed) {
          String text = item.toString();
          faults.add(new FrameBatch.Fault(offset, text, malformed.getMessage(), false));
        }
        offset++;
      }
    }

    private static Frame canFrame(JsonNode item) {
      require(
          item.isArray()
              && item.size() == 3
              && item.get(0).canConvertToLong()
              && item.get(1).isTextual()
              && item.get(2).isTextual(),
          "a frame is [epochMicros, \"id\", \"data\"] with id and data in hexadecimal");
      int id = Frame.canId(item.get(1).textValue());
      byte[] data = hex(item.get(2).textValue());
      require(data.length <= 8, "a classic CAN frame has at most 8 bytes, not " + data.length);
      return Frame.can(micros(item.get(0).longValue(), 1), id, data);
    }

    private static Frame line(JsonNode item) {
      require(
          item.isArray()
              && item.size() == 2
              && item.get(0).canConvertToLong()
              && item.get(1).isTextual(),
          "a line is [epochMillis, \"text\"]");
      return Frame.bytes(
          micros(item.get(0).longValue(), 1000),
          item.get(1).textValue().getBytes(StandardCharsets.UTF_8));
    }

    private static Frame exchange(JsonNode item) {
      require(
          item.path("ts").canConvertToLong() && item.path("response").isTextual(),
          "an exchange has ts in epoch milliseconds, request and response in hexadecimal");
      return new Frame(
          micros(item.get("ts").longValue(), 1000),
          -1,
          hex(item.get("response").textValue()),
          hex(item.path("request").asText("")),
          item.path("topic").asText(""),
          item.path("variant").asText(""));
    }

    private static long micros(long time, long factor) {
      require(
          time >= 0 && time <= MAX_MICROS / factor,
          "time %d is out of range: epoch %s"
              .formatted(time, factor == 1 ? "microseconds" : "milliseconds"));
      return time * factor;
    }

    private static byte[] hex(String text) {
      require(
          text.length() % 2 == 0 && text.matches("[0-9A-Fa-f]*"),
          // Not quoted: whoever sends the text of a device here may send its password.
          "these %d characters are not whole bytes in hexadecimal".formatted(text.length()));
      return HexFormat.of().parseHex(text);
    }

    private static void require(boolean holds, String otherwise) {
      if (!holds) {
        throw new IllegalArgumentException(otherwise);
      }
    }
  }
}
