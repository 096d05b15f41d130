package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Frames of one device that wait to be stored, weighed in bytes. One thread at a time. */
final class Backlog {

  /** From here on the device is to wait. */
  static final long FULL = 2L << 20;

  /** From here on, of all devices together, all with something to store are to wait. */
  static final long ALL_FULL = 32L << 20;

  /** What a frame takes beyond what came: objects, lists. */
  private static final int FRAME = 100;

  private final List<Frame> frames = new ArrayList<>();
  private final AtomicLong all;
  private long bytes;

  /**
   * @param all bytes of all devices together
   */
  Backlog(AtomicLong all) {
    this.all = all;
  }

  void add(List<Frame> more) {
    frames.addAll(more);
    weigh(more, 1);
  }

  List<Frame> frames() {
    return List.copyOf(frames);
  }

  boolean isEmpty() {
    return frames.isEmpty();
  }

  /** Whether the device is to wait. */
  boolean isFull() {
    return bytes > FULL || (!isEmpty() && all.get() > ALL_FULL);
  }

  void removeFirst(int count) {
    List<Frame> first = frames.subList(0, count);
    weigh(first, -1);
    first.clear();
  }

  void clear() {
    removeFirst(frames.size());
  }

  private void weigh(List<Frame> some, int sign) {
    long sum = 0;
    for (Frame frame : some) {
      sum += FRAME + frame.data().length + frame.request().length;
    }
    bytes += sign * sum;
    all.addAndGet(sign * sum);
  }
}
