package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a chart with an empty one in the middle of each gap, so that no line is drawn across it.
 */
final class BrokenLine {

  private static final int EMPTY = -1;

  private final long[] t;
  private final int[] rows;

  private BrokenLine(long[] t, int[] rows) {
    this.t = t;
    this.rows = rows;
  }

  /**
   * @param times growing; of several gaps between two of them one is enough
   * @param gaps in order of time
   */
  static BrokenLine of(long[] times, List<TimeRange> gaps) {
    long[] t = new long[times.length + gaps.size()];
    int[] rows = new int[t.length];
    int size = 0;
    int gap = 0;
    for (int i = 0; i < times.length; i++) {
      for (boolean broken = false;
          gap < gaps.size() && gaps.get(gap).toMillis() <= times[i];
          gap++, broken = true) {
        if (!broken) {
          t[size] = (gaps.get(gap).fromMillis() + gaps.get(gap).toMillis()) / 2;
          rows[size++] = EMPTY;
        }
      }
      t[size] = times[i];
      rows[size++] = i;
    }
    return new BrokenLine(Arrays.copyOf(t, size), Arrays.copyOf(rows, size));
  }

  long[] t() {
    return t;
  }

  /** The values by row, NaN in the empty ones. */
  double[] values(double[] column) {
    return Arrays.stream(rows)
        .mapToDouble(row -> row == EMPTY ? Double.NaN : column[row])
        .toArray();
  }
}
