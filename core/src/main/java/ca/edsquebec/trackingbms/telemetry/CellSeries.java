package ca.edsquebec.trackingbms.telemetry;

import java.util.List;

/** Cell voltages over time. Kept as stored, two bytes a cell: a day of a large pack is heavy. */
public final class CellSeries {

  private final long[] t;
  private final List<byte[]> cells;

  CellSeries(long[] t, List<byte[]> cells) {
    this.t = t;
    this.cells = cells;
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
}
