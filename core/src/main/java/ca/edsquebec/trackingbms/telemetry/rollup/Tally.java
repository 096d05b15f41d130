package ca.edsquebec.trackingbms.telemetry.rollup;

import java.util.Optional;

/** A {@link Stat} in the making. */
final class Tally {

  private int count;
  private double sum;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private double last;
  private long lastTs;

  void add(long[] times, double[] values, int from, int to) {
    int newest = -1;
    for (int i = from; i < to; i++) {
      double value = values[i];
      if (!Double.isNaN(value)) {
        count++;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
        newest = i;
      }
    }
    if (newest >= 0) {
      last = values[newest];
      lastTs = times[newest];
    }
  }

  /** Empty as long as there was no value. */
  Optional<Stat> stat() {
    return count == 0
        ? Optional.empty()
        : Optional.of(new Stat(count, sum, min, max, last, lastTs));
  }
}
