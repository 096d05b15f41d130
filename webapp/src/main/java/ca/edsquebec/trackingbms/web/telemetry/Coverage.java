package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.time.Duration;

/** How much of a range was observed. */
final class Coverage {

  /** A pause of more periods than this is a gap. */
  private static final int PERIODS = 3;

  private Coverage() {}

  /**
   * Share of the range, 0 to 1, in which the battery was observed: each sample stands for the time
   * back to the one before it, but for one period only behind a gap.
   *
   * @param t times of the samples, growing, within the range
   */
  static double of(long[] t, TimeRange range, Duration period) {
    long step = period.toMillis();
    long observed = 0;
    long previous = Long.MIN_VALUE;
    for (long time : t) {
      boolean gap = previous == Long.MIN_VALUE || time - previous > PERIODS * step;
      observed += gap ? Math.min(step, time - range.fromMillis()) : time - previous;
      previous = time;
    }
    long length = Math.max(1, range.toMillis() - range.fromMillis());
    return Math.rint(Math.min(1.0, (double) observed / length) * 10_000) / 10_000;
  }
}
