package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.time.Duration;

/**
 * How much of a range was observed: each sample stands for the time back to the one before it, but
 * for one period only behind a gap.
 */
public final class Coverage {

  /** A pause of more periods than this is a gap. */
  private static final int PERIODS = 3;

  private final TimeRange range;
  private final long period;
  private long observed;
  private long previous = Long.MIN_VALUE;

  Coverage(TimeRange range, Duration storagePeriod) {
    this.range = History.within(range);
    this.period = storagePeriod.toMillis();
  }

  /**
   * @param t times of all samples within the range, growing
   * @return 0 to 1, in ten thousandths
   */
  public static double of(long[] t, TimeRange range, Duration storagePeriod) {
    Coverage coverage = new Coverage(range, storagePeriod);
    coverage.add(t);
    return coverage.share();
  }

  /**
   * The same by buckets; what a bucket was observed may lie anywhere in it, so those at the two
   * ends count for no more than they share with the range.
   */
  public static double of(RollupSeries series, TimeRange asked) {
    TimeRange range = History.within(asked);
    double observed = 0;
    for (int i = 0; i < series.ranges().size(); i++) {
      TimeRange bucket = series.ranges().get(i);
      long shared =
          Math.min(bucket.toMillis(), range.toMillis())
              - Math.max(bucket.fromMillis(), range.fromMillis());
      double there = series.coverage()[i] * bucket.length().toMillis();
      observed += Math.max(0, Math.min((double) shared, there));
    }
    return share(observed, range);
  }

  /** More times, later than all before. */
  void add(long[] t) {
    for (long time : t) {
      boolean gap = previous == Long.MIN_VALUE || time - previous > PERIODS * period;
      observed += gap ? Math.min(period, time - range.fromMillis()) : time - previous;
      previous = time;
    }
  }

  double share() {
    return share((double) observed, range);
  }

  private static double share(double observed, TimeRange range) {
    long length = Math.max(1, range.toMillis() - range.fromMillis());
    return Math.rint(Math.min(1.0, observed / length) * 10_000) / 10_000;
  }
}
