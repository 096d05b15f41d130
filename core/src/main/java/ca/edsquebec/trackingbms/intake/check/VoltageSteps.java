package ca.edsquebec.trackingbms.intake.check;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.List;

/** Compares each step of the current with that of the voltage at the same instant. */
final class VoltageSteps {

  private static final int MIN_STEPS = 10;
  private static final long MAX_APART_MILLIS = 60_000;

  /** Of the largest current seen. */
  private static final double STEP_SHARE = 0.1;

  private static final double MIN_STEP_AMPERES = 1;

  /** Of the voltage: what is less may be noise. */
  private static final double MIN_VOLTAGE_SHARE = 0.0005;

  private VoltageSteps() {}

  /** Measured is the median of the steps of voltage, in volts and without sign. */
  static Votes votes(List<Sample> samples) {
    List<Sample> known =
        samples.stream()
            .filter(one -> one.has(Metric.CURRENT) && one.has(Metric.PACK_VOLTAGE))
            .toList();
    double largest =
        known.stream().mapToDouble(one -> Math.abs(one.value(Metric.CURRENT))).max().orElse(0);
    double least = Math.max(MIN_STEP_AMPERES, STEP_SHARE * largest);
    int against = 0;
    List<Double> sizes = new ArrayList<>();
    for (int i = 1; i < known.size(); i++) {
      Sample before = known.get(i - 1);
      Sample after = known.get(i);
      double amperes = after.value(Metric.CURRENT) - before.value(Metric.CURRENT);
      double volts = after.value(Metric.PACK_VOLTAGE) - before.value(Metric.PACK_VOLTAGE);
      boolean close = after.ts() - before.ts() <= MAX_APART_MILLIS;
      boolean seen = Math.abs(volts) >= MIN_VOLTAGE_SHARE * before.value(Metric.PACK_VOLTAGE);
      if (close && seen && Math.abs(amperes) >= least) {
        sizes.add(Math.abs(volts));
        against += Math.signum(amperes) == Math.signum(volts) ? 0 : 1;
      }
    }
    return new Votes(sizes.size(), against, sizes.size() >= MIN_STEPS, Medians.of(sizes));
  }
}
