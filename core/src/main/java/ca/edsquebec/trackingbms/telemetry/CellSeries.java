package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Cell voltages over time. Kept as stored, two bytes a cell: a day of a large pack is heavy. */
public final class CellSeries {

  private final long[] t;
  private final List<short[]> cells;
  private final List<TimeRange> damaged;

  CellSeries(long[] t, List<short[]> cells, List<TimeRange> damaged) {
    this.t = t;
    this.cells = cells;
    this.damaged = List.copyOf(damaged);
  }

  /** Epoch milliseconds, growing. A copy. */
  public long[] t() {
    return t.clone();
  }

  /** Number of times. */
  public int size() {
    return t.length;
  }

  /**
   * With fewer rows, if there are more: of equal parts of time those stay in which a cell was
   * lowest or highest and in which cells lay furthest apart, and the first and the last of all.
   *
   * @param maxPoints 2 at least; with fewer than 8, extremes may be left out
   */
  public CellSeries thinned(int maxPoints) {
    if (t.length <= maxPoints) {
      return this;
    }
    double[][] columns = new double[3][t.length];
    for (int row = 0; row < t.length; row++) {
      DoubleSummaryStatistics known =
          Arrays.stream(volts(row)).filter(Double::isFinite).summaryStatistics();
      boolean none = known.getCount() == 0;
      columns[0][row] = none ? Double.NaN : known.getMin();
      columns[1][row] = none ? Double.NaN : known.getMax();
      columns[2][row] = columns[1][row] - columns[0][row];
    }
    int[] kept = Thinning.rows(t, List.of(columns), maxPoints);
    return new CellSeries(
        Arrays.stream(kept).mapToLong(row -> t[row]).toArray(),
        Arrays.stream(kept).mapToObj(cells::get).toList(),
        damaged);
  }

  /** Volts by cell at the time of that row; NaN where a cell is not known. */
  public double[] volts(int row) {
    return PackedShorts.unpack(cells.get(row), PackedShorts.MILLIVOLTS);
  }

  /** Hours whose samples are stored but damaged. */
  public List<TimeRange> damaged() {
    return damaged;
  }
}
