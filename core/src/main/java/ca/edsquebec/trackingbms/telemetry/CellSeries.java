package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
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

  /** Volts by cell at the time of that row; NaN where a cell is not known. */
  public double[] volts(int row) {
    return PackedShorts.unpack(cells.get(row), PackedShorts.MILLIVOLTS);
  }

  /** Hours whose samples are stored but damaged. */
  public List<TimeRange> damaged() {
    return damaged;
  }
}
