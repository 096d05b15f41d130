package ca.edsquebec.trackingbms.jobs.forward.send;

import ca.edsquebec.trackingbms.connector.Frame;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Frames as the portal takes them, packed for a thin line. */
final class FramesJson {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private FramesJson() {}

  static byte[] zipped(String battery, List<Frame> frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024 + 4 * frames.size());
    try (JsonGenerator json = JSON.createGenerator(new GZIPOutputStream(bytes))) {
      json.writeStartObject();
      json.writeStringField("battery", battery);
      // In two lists: the portal puts them in the order of their times again.
      write(json, "frames", frames.stream().filter(frame -> frame.canId() >= 0).toList());
      write(json, "exchanges", frames.stream().filter(frame -> frame.canId() < 0).toList());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory can't be written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, String name, List<Frame> frames)
      throws IOException {
    if (frames.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (Frame frame : frames) {
      if (frame.canId() >= 0) {
        json.writeStartArray();
        json.writeNumber(frame.timeMicros());
        json.writeString(frame.idText());
        json.writeString(HEX.formatHex(frame.data()));
        json.writeEndArray();
      } else {
        exchange(json, frame);
      }
    }
    json.writeEndArray();
  }

  private static void exchange(JsonGenerator json, Frame frame) throws IOException {
    json.writeStartObject();
    json.writeNumberField("ts", Math.floorDiv(frame.timeMicros(), 1000L));
    if (frame.request().length > 0) {
      json.writeStringField("request", HEX.formatHex(frame.request()));
    }
    json.writeStringField("response", HEX.formatHex(frame.data()));
    if (!frame.topic().isEmpty()) {
      json.writeStringField("topic", frame.topic());
    }
    if (!frame.variant().isEmpty()) {
      json.writeStringField("variant", frame.variant());
    }
    json.writeEndObject();
  }
}
