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

  private static final double[] SCALES = {0.001, 0.01, 0.1, 10, 100, 1000};

  private PackVoltage() {}

  static Optional<Finding> of(List<Sample> samples) {
    List<Double> packs = new ArrayList<>();
    List<Double> buses = new ArrayList<>();
    for (Sample sample : samples) {
      double sum = Arrays.stream(sample.cellVoltages()).sum();
      // NaN, when one cell is not known, compares as false.
      if (sum > 0 && sample.has(Metric.PACK_VOLTAGE)) {
        packs.add(sample.value(Metric.PACK_VOLTAGE) / sum);
        buses.add(sample.extras().getOrDefault(BUS, Double.NaN) / sum);
      }
    }
    if (packs.size() < MIN_SAMPLES) {
      return Optional.empty();
    }
    double ratio = Medians.of(packs);
    double expected = scale(ratio);
    int speaking = (int) packs.stream().filter(one -> isAbout(one, ratio)).count();
    return Optional.of(
        new Finding(
            what(ratio, expected, Medians.of(buses)),
            samples.get(0).ts(),
            samples.get(samples.size() - 1).ts(),
            packs.size(),
            speaking,
            ratio,
            expected));
  }

  private static What what(double ratio, double scale, double bus) {
    if (isAbout(ratio, 1)) {
      return What.VOLTAGE_AGREES;
    }
    if (isAbout(bus, 1)) {
      return What.VOLTAGE_SWAPPED;
    }
    return scale == 1 ? What.VOLTAGE_DIFFERS : What.VOLTAGE_SCALE;
  }

  /** The power of ten that it is about; 1 when it is about none. */
  private static double scale(double ratio) {
    return Arrays.stream(SCALES).filter(scale -> isAbout(ratio, scale)).findFirst().orElse(1);
  }

  private static boolean isAbout(double ratio, double wanted) {
    return Math.abs(ratio / wanted - 1) <= TOLERANCE;
  }
}
