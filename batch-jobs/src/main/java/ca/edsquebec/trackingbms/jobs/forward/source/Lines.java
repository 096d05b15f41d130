package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.connector.Capture;
import ca.edsquebec.trackingbms.connector.Captured;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.jobs.forward.spool.Mark;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;

/**
 * Cuts text into lines and takes each for what it is: candump log, SLCAN, JSON with a frame, the
 * device's own text. For one thread.
 */
final class Lines {

  private final Receiver receiver;
  private final Clock clock;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long file;
  private long lineStart;
  private long read;
  private long number;

  /**
   * @param clock dates the lines that carry no date
   */
  Lines(Receiver receiver, Clock clock) {
    this.receiver = receiver;
    this.clock = clock;
  }

  /** A further file begins, or goes on at a line's beginning. */
  void begin(Mark at) {
    line.reset();
    file = at.file();
    lineStart = at.offset();
    read = at.offset();
    number = 0;
  }

  void take(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      read++;
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        end();
      } else if (line.size() <= Capture.MAX_BYTES) {
        line.write(bytes[i]);
      }
    }
  }

  /** What has been read ends here, as at a line's end. */
  void end() {
    byte[] whole = line.toByteArray();
    line.reset();
    number++;
    Mark before = new Mark(file, lineStart);
    lineStart = read;
    if (whole.length == 0) {
      return;
    }
    Captured captured = Capture.line(number, whole);
    if (captured instanceof Captured.Received received) {
      Frame frame = received.dated() ? received.frame() : received.frame().at(nowMicros());
      receiver.take(frame, before, new Mark(file, lineStart));
    } else if (captured instanceof Captured.Malformed malformed) {
      receiver.trouble("line %d: %s".formatted(number, malformed.reason()));
    }
  }

  private long nowMicros() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
  }
}
