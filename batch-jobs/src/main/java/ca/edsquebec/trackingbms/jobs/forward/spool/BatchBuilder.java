package ca.edsquebec.trackingbms.jobs.forward.spool;

import ca.edsquebec.trackingbms.connector.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts blocks together to a batch. Where more follow it ends with a whole minute of frame time, an
 * instant at which every usual storage period has a sample: a portal that decodes the batch by
 * itself, as backlog, then makes none of half a period.
 */
final class BatchBuilder {

  /** A request is small enough to be worked on beside others. */
  private static final long MAX_BYTES = 1 << 20;

  private static final long MINUTE_MICROS = 60_000_000;

  private final Position from;
  private final int maxFrames;
  private final List<Frame> frames = new ArrayList<>();
  private int again;
  private long bytes;
  private Position minuteAt;
  private int minuteFrames;

  BatchBuilder(Position from, int maxFrames) {
    this.from = from;
    this.maxFrames = maxFrames;
  }

  /** Whether a further block of so many frames fits; the first always does. */
  boolean hasRoom(int count) {
    int fresh = frames.size() - again;
    return fresh == 0 || (fresh + count <= maxFrames && bytes < MAX_BYTES);
  }

  /** What the portal has answered for before; comes first. */
  void addKnown(Block block) {
    frames.addAll(block.frames());
    again += block.frames().size();
  }

  /**
   * @param at where it stands
   * @param length in bytes
   */
  void add(Block block, Position at, long length) {
    if (frames.size() > again
        && !block.frames().isEmpty()
        && isLaterMinute(block.frames().get(0))) {
      minuteAt = at;
      minuteFrames = frames.size();
    }
    frames.addAll(block.frames());
    bytes += length;
  }

  private boolean isLaterMinute(Frame next) {
    return minute(next) > minute(frames.get(frames.size() - 1));
  }

  /** A frame at the instant still belongs to what ends there. */
  private static long minute(Frame frame) {
    return -Math.floorDiv(-frame.timeMicros(), MINUTE_MICROS);
  }

  /**
   * @param end behind the last block
   * @param more whether others follow
   */
  Optional<Batch> build(Position end, boolean more) {
    if (frames.size() == again) {
      return Optional.empty();
    }
    return Optional.of(
        more && minuteAt != null
            ? new Batch(frames.subList(0, minuteFrames), from, minuteAt, again, true)
            : new Batch(frames, from, end, again, more));
  }
}
