package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Leaves rows out so that a picture of the rest looks the same: time is cut into equal parts, and
 * of each part the rows with the lowest and the highest value of each metric stay, and the first
 * and the last row of all. A spike of one sample is the highest of its part.
 */
final class Thinning {

  private final long[] t;
  private final Collection<double[]> columns;

  private Thinning(long[] t, Collection<double[]> columns) {
    this.t = t;
    this.columns = columns;
  }

  /**
   * @param maxPoints 2 at least; with room for fewer than an extreme of each metric, only the first
   *     and the last row stay
   */
  static Series of(Series series, int maxPoints) {
    return series.t().length <= maxPoints
        ? series
        : picked(series, rows(series.t(), series.columns().values(), maxPoints));
  }

  /**
   * The rows that stay.
   *
   * @param t growing, more than {@code maxPoints}
   * @param columns each as long as {@code t}
   */
  static int[] rows(long[] t, Collection<double[]> columns, int maxPoints) {
    return new Thinning(t, columns).keep(maxPoints).stream().toArray();
  }

  // The same row is often the extreme of several metrics: more parts may fit than in the worst
  // case, which is tried last and always fits.
  private BitSet keep(int maxPoints) {
    int room = maxPoints - 2;
    int parts = room;
    int worst = room / (2 * Math.max(1, columns.size()));
    BitSet kept = extremes(parts);
    while (kept.cardinality() > maxPoints) {
      parts = Math.max(worst, parts * 3 / 4);
      kept = extremes(parts);
    }
    return kept;
  }

  private BitSet extremes(int parts) {
    BitSet kept = new BitSet(t.length);
    kept.set(0);
    kept.set(t.length - 1);
    int row = 0;
    for (int part = 0; part < parts; part++) {
      int first = row;
      while (row < t.length && part(t[row], parts) == part) {
        row++;
      }
      for (double[] column : columns) {
        keepExtremes(column, first, row, kept);
      }
    }
    return kept;
  }

  private int part(long time, int parts) {
    double share = (double) (time - t[0]) / (t[t.length - 1] - t[0] + 1);
    return (int) (share * parts);
  }

  private static void keepExtremes(double[] column, int from, int to, BitSet kept) {
    int lowest = -1;
    int highest = -1;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(column[i])) {
        lowest = lowest < 0 || column[i] < column[lowest] ? i : lowest;
        highest = highest < 0 || column[i] > column[highest] ? i : highest;
      }
    }
    if (lowest >= 0) {
      kept.set(lowest);
      kept.set(highest);
    }
  }

  private static Series picked(Series series, int[] kept) {
    Map<Metric, double[]> columns = new HashMap<>();
    series
        .columns()
        .forEach(
            (metric, values) ->
                columns.put(metric, Arrays.stream(kept).mapToDouble(i -> values[i]).toArray()));
    return new Series(Arrays.stream(kept).mapToLong(i -> series.t()[i]).toArray(), columns);
  }
}
