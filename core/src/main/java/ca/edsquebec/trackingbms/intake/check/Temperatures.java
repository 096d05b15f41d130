package ca.edsquebec.trackingbms.intake.check;

import ca.edsquebec.trackingbms.intake.check.Finding.What;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sensor that says for long what no battery that works has: broken, or read with a wrong scale.
 */
final class Temperatures {

  private static final int MIN_SAMPLES = 10;
  private static final double COLDEST_C = -35;
  private static final double HOTTEST_C = 75;
  private static final int MOST_SENSORS = 64;

  private Temperatures() {}

  static Optional<Finding> of(List<Sample> samples) {
    int sensors = samples.stream().mapToInt(one -> one.temperatures().length).max().orElse(0);
    for (int sensor = 0; sensor < Math.min(sensors, MOST_SENSORS); sensor++) {
      List<Double> told = told(samples, sensor);
      double median = Medians.of(told);
      if (told.size() >= MIN_SAMPLES && isImplausible(median)) {
        return Optional.of(
            Finding.of(
                    What.TEMPERATURE_IMPLAUSIBLE,
                    samples,
                    told.size(),
                    (int) told.stream().filter(Temperatures::isImplausible).count(),
                    median,
                    Double.NaN)
                .ofSensor(sensor + 1));
      }
    }
    return Optional.empty();
  }

  /** Not of NaN, which is what nobody told. */
  private static boolean isImplausible(double celsius) {
    return celsius < COLDEST_C || celsius > HOTTEST_C;
  }

  private static List<Double> told(List<Sample> samples, int sensor) {
    List<Double> told = new ArrayList<>();
    for (Sample sample : samples) {
      double[] all = sample.temperatures();
      if (sensor < all.length && !Double.isNaN(all[sensor])) {
        told.add(all[sensor]);
      }
    }
    return told;
  }
}
