package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.connector.Capture;
import ca.edsquebec.trackingbms.connector.Captured;
import ca.edsquebec.trackingbms.intake.FrameBatch;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a recording sent as it is: candump, SLCAN, lines, raw bytes. A bad line costs itself. */
final class CapturedFrames {

  private final long nowMicros;
  private final List<FrameBatch.Offered> frames = new ArrayList<>();
  private final List<FrameBatch.Fault> faults = new ArrayList<>();
  private long last;

  private CapturedFrames(Clock clock) {
    nowMicros = clock.millis() * 1000;
  }

  /**
   * @param clock dates the lines that carry no date
   */
  static ReadBody read(InputStream body, Clock clock) throws IOException {
    CapturedFrames reading = new CapturedFrames(clock);
    Optional<String> broken = Optional.empty();
    try {
      Capture.read(body, reading::take);
    } catch (IOException e) {
      broken =
          Optional.of(
              "the body ends early or is damaged behind line %d: %s"
                  .formatted(reading.last, RequestBody.damage(e)));
    }
    return new ReadBody(new FrameBatch(reading.frames, reading.faults), broken);
  }

  private void take(Captured captured) {
    last = captured.line();
    RequestBody.requireRoom(frames.size() + faults.size());
    long offset = last - 1;
    if (captured instanceof Captured.Received received) {
      frames.add(
          new FrameBatch.Offered(
              offset, received.dated() ? received.frame() : received.frame().at(nowMicros)));
    } else if (captured instanceof Captured.Malformed malformed) {
      faults.add(new FrameBatch.Fault(offset, malformed.text(), malformed.reason(), false));
    } else if (captured instanceof Captured.Skipped skipped && !skipped.text().isBlank()) {
      faults.add(new FrameBatch.Fault(offset, skipped.text(), skipped.reason(), true));
    }
  }
}
