package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.connector.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Of what a bus says again and again, the newest of each interval of frame time: of every
 * identifier, and of every page of those that carry several in turn. A function of the frames. For
 * one thread.
 */
final class Thinning {

  /** What a hostile bus could make of it otherwise. */
  private static final int MAX_HELD = 20_000;

  private final long intervalMicros;
  private final ToLongFunction<Frame> page;
  private final Map<Slot, Frame> held = new LinkedHashMap<>();
  private long interval = Long.MIN_VALUE;

  private record Slot(int canId, long page) {}

  /**
   * @param intervalMicros 0 for every frame
   * @param page tells apart what one identifier carries in turn
   */
  Thinning(long intervalMicros, ToLongFunction<Frame> page) {
    this.intervalMicros = intervalMicros;
    this.page = page;
  }

  /**
   * Takes a frame.
   *
   * @return what is decided by it: those of the interval that it ended, by time; never the frame
   *     itself, unless such frames are not thinned
   */
  List<Frame> take(Frame frame) {
    if (intervalMicros == 0 || frame.canId() < 0) {
      List<Frame> all = release();
      all.add(frame);
      return all;
    }
    // A frame at the end of an interval still belongs to it, as it does to the portal's samples.
    long current = -Math.floorDiv(-frame.timeMicros(), intervalMicros);
    List<Frame> ended = List.of();
    if (current != interval || held.size() >= MAX_HELD) {
      ended = release();
      interval = current;
    }
    Slot slot = new Slot(frame.canId(), page.applyAsLong(frame));
    held.remove(slot);
    held.put(slot, frame);
    return ended;
  }

  /** Whether something is held back. */
  boolean holds() {
    return !held.isEmpty();
  }

  /** All that is held back, by time. */
  List<Frame> release() {
    List<Frame> all = new ArrayList<>(held.values());
    all.sort(Comparator.comparingLong(Frame::timeMicros));
    held.clear();
    return all;
  }
}
