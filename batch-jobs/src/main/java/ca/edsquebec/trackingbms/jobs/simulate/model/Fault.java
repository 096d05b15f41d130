package ca.edsquebec.trackingbms.jobs.simulate.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What goes wrong with a battery, and when.
 *
 * @param from empty: it always was so
 * @param length how long it lasts; empty: from then on
 * @param every from one beginning to the next; empty: once
 */
public record Fault(
    What what, Optional<Instant> from, Optional<Duration> length, Optional<Duration> every) {

  /** What can go wrong. */
  public enum What {
    /** One cell has lost its charge: far below the others, the BMS warns. */
    WEAK_CELL,
    /** The cooling has failed: hot within 20 min, the BMS warns. */
    OVERHEAT,
    /** Nothing is sent. */
    SILENT
  }

  /**
   * @throws IllegalArgumentException when it repeats and does not say from when and for how long
   */
  public Fault {
    boolean repeats = every.isPresent();
    if (repeats
        && (from.isEmpty() || length.isEmpty() || every.get().compareTo(length.get()) < 0)) {
      throw new IllegalArgumentException("what repeats has a beginning and ends before the next");
    }
  }

  /** One that always was so. */
  public static Fault always(What what) {
    return new Fault(what, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** One that begins then and never ends. */
  public static Fault since(What what, Instant from) {
    return new Fault(what, Optional.of(from), Optional.empty(), Optional.empty());
  }

  /** How long it has been so, in milliseconds; negative when it is not so at that time. */
  long lastingMillis(long millis) {
    if (from.isEmpty()) {
      return Long.MAX_VALUE;
    }
    long since = millis - from.get().toEpochMilli();
    if (since >= 0 && every.isPresent()) {
      since %= every.get().toMillis();
    }
    return length.isPresent() && since >= length.get().toMillis() ? -1 : since;
  }
}
