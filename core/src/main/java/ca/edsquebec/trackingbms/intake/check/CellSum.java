package ca.edsquebec.trackingbms.intake.check;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.Arrays;

/**
 * What the cells of a sample add up to.
 *
 * @param volts NaN when it is not known
 * @param cells how many were added
 */
record CellSum(double volts, int cells) {

  private static final CellSum UNKNOWN = new CellSum(Double.NaN, 0);

  /** Cells that differ by more are not all about as their extremes are. */
  private static final double MOST_SPREAD = 0.03;

  /**
   * Of the cells themselves; of what tells only their extremes, about, by their number.
   *
   * @param cellCount cells in series by the battery's row; 0 when unknown
   */
  static CellSum of(Sample sample, int cellCount) {
    double[] cells = sample.cellVoltages();
    if (cells.length > 0) {
      return new CellSum(Arrays.stream(cells).sum(), cells.length);
    }
    double min = sample.value(Metric.CELL_VOLTAGE_MIN);
    double max = sample.value(Metric.CELL_VOLTAGE_MAX);
    // NaN compares as false.
    boolean alike = min > 0 && max >= min && max - min <= MOST_SPREAD * max;
    return alike && cellCount > 0 ? new CellSum(cellCount * (min + max) / 2, cellCount) : UNKNOWN;
  }

  boolean isKnown() {
    return volts > 0;
  }
}
