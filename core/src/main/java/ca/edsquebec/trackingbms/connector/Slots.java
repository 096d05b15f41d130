package ca.edsquebec.trackingbms.connector;

import java.util.Arrays;

/** Numbered values (cells, sensors, metrics), each with the frame time that brought it. */
final class Slots {

  private final int limit;
  private double[] values;
  private long[] times;

  /** One more than the highest index that ever had a value. */
  private int length;

  /**
   * @param limit indexes from here on are dropped, so that no frame can make us grow without bound
   */
  Slots(int limit) {
    this(limit, new double[0], new long[0], 0);
  }

  private Slots(int limit, double[] values, long[] times, int length) {
    this.limit = limit;
    this.values = values;
    this.times = times;
    this.length = length;
  }

  /** Older than what is held: dropped. NaN withdraws, and alone does not make an index known. */
  void put(int index, double value, long timeMicros) {
    if (index < 0 || index >= limit || (index >= length && Double.isNaN(value))) {
      return;
    }
    growTo(index + 1);
    if (timeMicros >= times[index]) {
      values[index] = value;
      times[index] = timeMicros;
    }
  }

  private void growTo(int wanted) {
    if (wanted > values.length) {
      int old = values.length;
      int capacity = Math.min(limit, Math.max(wanted, old * 2));
      values = Arrays.copyOf(values, capacity);
      times = Arrays.copyOf(times, capacity);
      Arrays.fill(values, old, capacity, Double.NaN);
      Arrays.fill(times, old, capacity, Long.MIN_VALUE);
    }
    length = Math.max(length, wanted);
  }

  /** By index, NaN where withdrawn or older than that; empty when that is all of them. */
  double[] freshAt(long nowMicros, long maxAgeMicros) {
    double[] fresh = Arrays.copyOf(values, length);
    boolean any = false;
    for (int i = 0; i < length; i++) {
      if (nowMicros - times[i] > maxAgeMicros) {
        fresh[i] = Double.NaN;
      }
      any |= !Double.isNaN(fresh[i]);
    }
    return any ? fresh : new double[0];
  }

  Slots copy() {
    return new Slots(limit, values.clone(), times.clone(), length);
  }
}
