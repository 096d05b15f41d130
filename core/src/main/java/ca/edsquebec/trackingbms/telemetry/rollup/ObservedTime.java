package ca.edsquebec.trackingbms.telemetry.rollup;

/**
 * The time that samples stand for: each for that back to the sample before it, or for one storage
 * period when that is too far away or there is none.
 */
final class ObservedTime {

  private final long period;
  private final long longestGap;
  private boolean begun;
  private long lastTs;
  private long millis;

  /**
   * @param period in milliseconds
   * @param longestGap in milliseconds
   */
  ObservedTime(long period, long longestGap) {
    this.period = period;
    this.longestGap = longestGap;
  }

  /** The next sample follows one of this time. */
  void begin(long ts) {
    lastTs = ts;
    begun = true;
  }

  /**
   * Adds the samples in {@code [from, to)}.
   *
   * @throws IllegalArgumentException when one is not later than the one before it
   */
  void add(long[] times, int from, int to) {
    for (int i = from; i < to; i++) {
      long gap = begun ? times[i] - lastTs : period;
      if (gap <= 0) {
        throw new IllegalArgumentException(
            "sample of %d follows that of %d".formatted(times[i], lastTs));
      }
      millis += gap <= longestGap ? gap : period;
      begin(times[i]);
    }
  }

  /** Of the last sample that was added. */
  long lastTs() {
    return lastTs;
  }

  long millis() {
    return millis;
  }
}
