package ca.edsquebec.trackingbms.telemetry.rollup;

/**
 * The integral of one series over time by the trapezoid rule, what is positive and what is negative
 * apart. Each segment between two known values is rounded by itself, so that a sum of segments does
 * not depend on how they are grouped.
 */
final class Integrator {

  private final long longestGap;
  private double last = Double.NaN;
  private long lastTs;
  private boolean known;
  private long in;
  private long out;

  /**
   * @param longestGap in milliseconds; values further apart are not connected
   */
  Integrator(long longestGap) {
    this.longestGap = longestGap;
  }

  /** The next segment begins here. */
  void begin(double value, long ts) {
    last = value;
    lastTs = ts;
  }

  /** Adds the segments that end in {@code [from, to)}. */
  void add(long[] times, double[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      double value = values[i];
      if (!Double.isNaN(value)) {
        long millis = times[i] - lastTs;
        if (!Double.isNaN(last) && millis <= longestGap) {
          segment(last, value, millis);
        }
        begin(value, times[i]);
      }
    }
  }

  /** Begins at the last known value of {@code [from, to)}, if there is one. */
  void skip(long[] times, double[] values, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (!Double.isNaN(values[i])) {
        begin(values[i], times[i]);
        return;
      }
    }
  }

  /** The series' unit × ms; {@link Rollup#UNKNOWN} before the first segment. */
  long in() {
    return known ? in : Rollup.UNKNOWN;
  }

  /** As {@link #in()}, not negative. */
  long out() {
    return known ? out : Rollup.UNKNOWN;
  }

  private void segment(double first, double second, long millis) {
    known = true;
    if (first >= 0 && second >= 0) {
      in += Math.round((first + second) * millis / 2);
    } else if (first <= 0 && second <= 0) {
      out += Math.round(-(first + second) * millis / 2);
    } else {
      // Two triangles that meet where the line crosses zero.
      double up = Math.max(first, second);
      double down = -Math.min(first, second);
      double perHeight = millis / (up + down) / 2;
      in += Math.round(up * up * perHeight);
      out += Math.round(down * down * perHeight);
    }
  }
}
