package ca.edsquebec.trackingbms.jobs.forward.send;

import ca.edsquebec.trackingbms.connector.Frame;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Frames that nobody lets through, a line each, as {@code tbms decode} reads them. Bounded: beyond
 * its limit none is kept.
 */
public final class SetAside {

  private static final long MAX_BYTES = 16 << 20;
  private static final JsonMapper JSON = new JsonMapper();
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final Path file;

  /**
   * @param file made when the first frame is set aside
   */
  public SetAside(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** Why it could not be kept, a sentence; empty when it is. */
  Optional<String> add(Frame frame) {
    try {
      byte[] line = line(frame);
      long size = Files.exists(file) ? Files.size(file) : 0;
      if (size + line.length > MAX_BYTES) {
        return Optional.of(file + " is full");
      }
      Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return Optional.empty();
    } catch (IOException e) {
      // The frames behind it can be sent: only sending makes room on a disk that is full.
      return Optional.of("%s can't be written: %s".formatted(file, e.getMessage()));
    }
  }

  private static byte[] line(Frame frame) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(200 + 2 * frame.data().length);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("ts", Instant.EPOCH.plusNanos(frame.timeMicros() * 1000).toString());
      if (frame.canId() >= 0) {
        json.writeStringField("can_id", frame.idText());
      }
      if (!frame.topic().isEmpty()) {
        json.writeStringField("topic", frame.topic());
      }
      if (frame.request().length > 0) {
        json.writeStringField("request_hex", HEX.formatHex(frame.request()));
      }
      if (!frame.variant().isEmpty()) {
        json.writeStringField("variant", frame.variant());
      }
      json.writeStringField("hex", HEX.formatHex(frame.data()));
      json.writeEndObject();
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }
}
