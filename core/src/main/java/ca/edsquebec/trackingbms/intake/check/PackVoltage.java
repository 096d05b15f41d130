package ca.edsquebec.trackingbms.intake.check;

import ca.edsquebec.trackingbms.intake.check.Finding.What;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The voltage of the pack against the sum of its cells. */
final class PackVoltage {

  private static final int MIN_SAMPLES = 10;

  /** Wires, and readings that are not of the same instant. */
  private static final double TOLERANCE = 0.03;

  /** As connectors name the voltage behind the contactors. */
  private static final String BUS = "busVoltage";

  /** As many as connectors take in parallel. */
  private static final int MOST_MODULES = 32;

  private static final double[] SCALES = {0.001, 0.01, 0.1, 10, 100, 1000};

  private PackVoltage() {}

  /**
   * @param cellCount cells in series by the battery's row; 0 when unknown
   */
  static Optional<Finding> of(List<Sample> samples, int cellCount) {
    List<Double> packs = new ArrayList<>();
    List<Double> buses = new ArrayList<>();
    int cells = 0;
    for (Sample sample : samples) {
      CellSum sum = CellSum.of(sample, cellCount);
      if (sum.isKnown() && sample.has(Metric.PACK_VOLTAGE)) {
        packs.add(sample.value(Metric.PACK_VOLTAGE) / sum.volts());
        buses.add(sample.extras().getOrDefault(BUS, Double.NaN) / sum.volts());
        cells = sum.cells();
      }
    }
    if (packs.size() < MIN_SAMPLES) {
      return Optional.empty();
    }
    double ratio = Medians.of(packs);
    int modules = modules(ratio, cells, cellCount);
    double expected = modules > 1 ? modules : scale(ratio);
    int speaking = (int) packs.stream().filter(one -> isAbout(one, ratio)).count();
    return Optional.of(
        Finding.of(
            modules > 1 ? What.VOLTAGE_OF_MODULES : what(ratio, expected, Medians.of(buses)),
            samples,
            packs.size(),
            speaking,
            ratio,
            expected));
  }

  /**
   * How many modules in parallel tell their cells, so that the voltage is what those of one add up
   * to; 1 when it is not so. A tenth is a wrong scale unless the battery's row says otherwise.
   */
  private static int modules(double ratio, int cells, int cellCount) {
    boolean byRow = cellCount > 0 && cells > cellCount && cells % cellCount == 0;
    long modules = byRow ? cells / cellCount : Math.round(1 / ratio);
    boolean likely =
        modules > 1
            && modules <= MOST_MODULES
            && cells % modules == 0
            && isAbout(ratio, 1.0 / modules);
    return likely && (byRow || scale(ratio) == 1) ? (int) modules : 1;
  }

  private static What what(double ratio, double scale, double bus) {
    if (isAbout(ratio, 1)) {
      return What.VOLTAGE_AGREES;
    }
    // A bus behind closed contactors tells the same as the cells, whatever the pack's scale is.
    if (scale != 1) {
      return What.VOLTAGE_SCALE;
    }
    return isAbout(bus, 1) ? What.VOLTAGE_SWAPPED : What.VOLTAGE_DIFFERS;
  }

  /** The power of ten that it is about; 1 when it is about none. */
  private static double scale(double ratio) {
    return Arrays.stream(SCALES).filter(scale -> isAbout(ratio, scale)).findFirst().orElse(1);
  }

  private static boolean isAbout(double ratio, double wanted) {
    return Math.abs(ratio / wanted - 1) <= TOLERANCE;
  }
}
