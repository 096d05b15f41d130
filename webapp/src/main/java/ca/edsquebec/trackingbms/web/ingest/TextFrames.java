package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.wire.CanText;
import ca.edsquebec.trackingbms.connector.wire.Candump;
import ca.edsquebec.trackingbms.connector.wire.Slcan;
import ca.edsquebec.trackingbms.intake.FrameBatch;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads a log sent as text, line by line; a bad line costs that line and no other. */
final class TextFrames {

  private static final int MAX_LINE = 4096;

  private final Clock clock;
  private final List<FrameBatch.Offered> frames = new ArrayList<>();
  private final List<FrameBatch.Fault> faults = new ArrayList<>();
  private long offset;

  private TextFrames(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param clock dates the lines that carry no date
   */
  static ReadBody read(InputStream body, Clock clock) throws IOException {
    TextFrames reading = new TextFrames(clock);
    Optional<String> broken = Optional.empty();
    // Every byte is a character: a byte that is not text spoils its own line only.
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.ISO_8859_1))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reading.take(line.strip());
      }
    } catch (EOFException | ZipException e) {
      broken =
          Optional.of(
              "the body ends early or is damaged after line %d: %s"
                  .formatted(reading.offset, e.getMessage()));
    }
    return new ReadBody(new FrameBatch(reading.frames, reading.faults), broken);
  }

  private void take(String line) {
    if (!line.isEmpty() && !line.startsWith("#")) {
      if (line.length() > MAX_LINE) {
        fault(line.substring(0, 80), "line is longer than " + MAX_LINE + " characters", false);
      } else {
        take(line, line.startsWith("(") ? Candump.parse(line) : Slcan.parse(line));
      }
    }
    offset++;
  }

  private void take(String line, CanText text) {
    if (text instanceof CanText.Data data) {
      long micros =
          data.timeMicros() == CanText.UNDATED ? clock.millis() * 1000 : data.timeMicros();
      frames.add(new FrameBatch.Offered(offset, Frame.can(micros, data.id(), data.data())));
    } else if (text instanceof CanText.Skipped skipped) {
      fault(line, skipped.reason(), true);
    } else if (text instanceof CanText.Malformed malformed) {
      fault(line, malformed.reason(), false);
    }
  }

  private void fault(String text, String reason, boolean skipped) {
    faults.add(new FrameBatch.Fault(offset, text, reason, skipped));
  }
}
