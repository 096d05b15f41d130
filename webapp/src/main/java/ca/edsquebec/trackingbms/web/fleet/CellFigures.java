package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The voltages of the cells and what stands out.
 *
 * @param cells in the device's order
 * @param lowest number of the first cell of the lowest voltage, from 1; 0 when not known
 * @param highest likewise of the highest
 * @param min V, as all others here; NaN when absent
 * @param reportsBalancing whether the device says which cells it balances
 */
public record CellFigures(
    List<Cell> cells,
    int lowest,
    int highest,
    double min,
    double max,
    double mean,
    double spread,
    boolean reportsBalancing) {

  /**
   * A cell.
   *
   * @param number from 1
   * @param volts NaN when not known
   */
  public record Cell(int number, double volts, boolean balancing) {}

  public CellFigures {
    cells = List.copyOf(cells);
  }

  static CellFigures of(Sample sample) {
    double[] volts = sample.cellVoltages();
    boolean[] balancing = sample.balancing();
    double min = sample.value(Metric.CELL_VOLTAGE_MIN);
    double max = sample.value(Metric.CELL_VOLTAGE_MAX);
    return new CellFigures(
        IntStream.range(0, volts.length)
            .mapToObj(i -> new Cell(i + 1, volts[i], i < balancing.length && balancing[i]))
            .toList(),
        extreme(volts, true),
        extreme(volts, false),
        min,
        max,
        sample.value(Metric.CELL_VOLTAGE_AVG),
        sample.value(Metric.CELL_VOLTAGE_DELTA),
        balancing.length > 0);
  }

  private static int extreme(double[] volts, boolean lowest) {
    int found = -1;
    for (int i = 0; i < volts.length; i++) {
      boolean further = found < 0 || (lowest ? volts[i] < volts[found] : volts[i] > volts[found]);
      if (!Double.isNaN(volts[i]) && further) {
        found = i;
      }
    }
    return found + 1;
  }

  /** How many are being balanced. */
  public long balancingCount() {
    return cells.stream().filter(Cell::balancing).count();
  }
}
