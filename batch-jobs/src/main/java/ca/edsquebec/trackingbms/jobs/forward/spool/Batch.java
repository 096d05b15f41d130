package ca.edsquebec.trackingbms.jobs.forward.spool;

import ca.edsquebec.trackingbms.connector.Frame;
import java.util.List;

/**
 * Frames to be sent together.
 *
 * @param from where it begins
 * @param end behind it
 * @param again how many of its frames, at its beginning, the portal has answered for before
 * @param more whether there are more behind it now
 */
public record Batch(List<Frame> frames, Position from, Position end, int again, boolean more) {

  public Batch {
    frames = List.copyOf(frames);
  }

  /** Epoch milliseconds, rounded down. */
  public long firstMillis() {
    return Math.floorDiv(frames.get(0).timeMicros(), 1000L);
  }

  /** Epoch milliseconds, rounded down. */
  public long lastMillis() {
    return Math.floorDiv(frames.get(frames.size() - 1).timeMicros(), 1000L);
  }
}
