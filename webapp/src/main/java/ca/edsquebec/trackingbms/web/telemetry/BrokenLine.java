package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** Rows of a chart with an empty one in each gap, so that no line is drawn across it. */
final class BrokenLine {

  /** Instead of a row. */
  static final int EMPTY = -1;

  private final long[] t;
  private final int[] rows;

  private BrokenLine(long[] t, int[] rows) {
    this.t = t;
    this.rows = rows;
  }

  /**
   * The empty ones are in the middle of each gap.
   *
   * @param times growing; of several gaps between two of them one is enough
   * @param gaps in order of time
   */
  static BrokenLine of(long[] times, List<TimeRange> gaps) {
    return of(times, gaps, gap -> (gap.fromMillis() + gap.toMillis()) / 2);
  }

  /**
   * A row where each bucket begins, and an empty one where a missing bucket would.
   *
   * @param buckets in order of time
   */
  static BrokenLine of(List<TimeRange> buckets) {
    long[] starts = buckets.stream().mapToLong(TimeRange::fromMillis).toArray();
    return of(starts, between(buckets), TimeRange::fromMillis);
  }

  /** Where buckets are missing between others. */
  static List<TimeRange> between(List<TimeRange> buckets) {
    List<TimeRange> gaps = new ArrayList<>();
    for (int i = 1; i < buckets.size(); i++) {
      long end = buckets.get(i - 1).toMillis();
      long start = buckets.get(i).fromMillis();
      if (end < start) {
        gaps.add(new TimeRange(end, start));
      }
    }
    return gaps;
  }

  private static BrokenLine of(
      long[] times, List<TimeRange> gaps, ToLongFunction<TimeRange> place) {
    long[] t = new long[times.length + gaps.size()];
    int[] rows = new int[t.length];
    int size = 0;
    int gap = 0;
    for (int i = 0; i < times.length; i++) {
      for (boolean broken = false;
          gap < gaps.size() && gaps.get(gap).toMillis() <= times[i];
          gap++, broken = true) {
        if (!broken) {
          t[size] = place.applyAsLong(gaps.get(gap));
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

  /** The rows as they were, by position; {@link #EMPTY} for an empty one. */
  int[] rows() {
    return rows;
  }

  /** The values by row, NaN in the empty ones. */
  double[] values(double[] column) {
    return Arrays.stream(rows)
        .mapToDouble(row -> row == EMPTY ? Double.NaN : column[row])
        .toArray();
  }
}
