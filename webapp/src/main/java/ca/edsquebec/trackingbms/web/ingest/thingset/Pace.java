package ca.edsquebec.trackingbms.web.ingest.thingset;

/** So many messages a second, and some more at once. Safe for any number of threads. */
final class Pace {

  static final int PER_SECOND = 20;
  static final int BURST = 200;

  private static final double NANOS = 1e9;

  private double left = BURST;
  private long countedAt;

  Pace(long nowNanos) {
    this.countedAt = nowNanos;
  }

  /** Whether one more may come now. */
  synchronized boolean takes(long nowNanos) {
    left = Math.min(BURST, left + (nowNanos - countedAt) / NANOS * PER_SECOND);
    countedAt = nowNanos;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
