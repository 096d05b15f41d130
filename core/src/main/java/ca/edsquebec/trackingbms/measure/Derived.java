package ca.edsquebec.trackingbms.measure;

import java.util.function.DoubleBinaryOperator;

/**
 * What follows from other values of a sample: extremes, mean and spread of the cells and sensors,
 * power from voltage and current, to the millivolt, 0.01 °C and 0.1 W. A device's own value always
 * stands.
 */
public final class Derived {

  private Derived() {}

  /** The sample with every value that follows from it and that its device did not give. */
  public static Sample complete(Sample sample) {
    Sample.Builder out = sample.toBuilder();
    double[] cells = sample.cellVoltages();
    fill(out, Metric.CELL_VOLTAGE_MIN, fold(cells, Math::min));
    fill(out, Metric.CELL_VOLTAGE_MAX, fold(cells, Math::max));
    fill(out, Metric.CELL_VOLTAGE_AVG, rounded(mean(cells), 3));
    fill(
        out,
        Metric.CELL_VOLTAGE_DELTA,
        rounded(out.value(Metric.CELL_VOLTAGE_MAX) - out.value(Metric.CELL_VOLTAGE_MIN), 3));
    double[] temperatures = sample.temperatures();
    fill(out, Metric.TEMPERATURE_MIN, fold(temperatures, Math::min));
    fill(out, Metric.TEMPERATURE_MAX, fold(temperatures, Math::max));
    fill(out, Metric.TEMPERATURE_AVG, rounded(mean(temperatures), 2));
    fill(
        out,
        Metric.POWER,
        rounded(sample.value(Metric.PACK_VOLTAGE) * sample.value(Metric.CURRENT), 1));
    return out.build();
  }

  private static void fill(Sample.Builder out, Metric metric, double value) {
    if (Double.isNaN(out.value(metric))) {
      out.put(metric, value);
    }
  }

  /** NaN when nothing is known. */
  private static double fold(double[] values, DoubleBinaryOperator choose) {
    double found = Double.NaN;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        found = Double.isNaN(found) ? value : choose.applyAsDouble(found, value);
      }
    }
    return found;
  }

  private static double mean(double[] values) {
    double sum = 0;
    int known = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known;
  }

  /** Ends the noise of binary fractions; division by a power of ten gives the nearest double. */
  private static double rounded(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    // Zero is added so that a rounded −0.00 is a plain 0.
    return Math.rint(value * scale) / scale + 0.0;
  }
}
