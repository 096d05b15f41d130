package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.connector.Capture;
import ca.edsquebec.trackingbms.connector.Captured;
import ca.edsquebec.trackingbms.connector.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Frames to preview a mapping with.
 *
 * @param live whether a battery sent them; else somebody put them into the form
 * @param frames of CAN, in the order of their times
 * @param refused lines that are none
 * @param firstRefused the number of the first of these; 0 for none
 */
public record Source(boolean live, List<Frame> frames, int refused, int firstRefused) {

  static Source of(List<Frame> frames) {
    return new Source(true, frames, 0, 0);
  }

  /**
   * @param log lines of a candump log
   */
  static Source read(String log) {
    List<Frame> frames = new ArrayList<>();
    int number = 0;
    int refused = 0;
    int first = 0;
    for (String line : log.split("\r\n|\r|\n", -1)) {
      number++;
      Captured captured = Capture.line(number, line.strip().getBytes(StandardCharsets.ISO_8859_1));
      if (captured instanceof Captured.Received received && received.frame().canId() >= 0) {
        frames.add(received.frame());
      } else if (!(captured instanceof Captured.Skipped)) {
        refused++;
        first = first == 0 ? number : first;
      }
    }
    frames.sort(Comparator.comparingLong(Frame::timeMicros));
    return new Source(false, frames, refused, first);
  }

  /** How many frames. */
  public int count() {
    return frames.size();
  }

  /** Time of the last one, epoch milliseconds; 0 for none. */
  public long until() {
    return frames.isEmpty() ? 0 : frames.get(frames.size() - 1).timeMicros() / 1000;
  }
}
