package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Plausible samples of every shape, at the resolution that the store keeps. */
final class RandomSamples {

  private final Random random;

  RandomSamples(long seed) {
    random = new Random(seed);
  }

  Sample at(long ts) {
    Sample.Builder sample = new Sample.Builder(ts);
    for (Metric metric : Metric.values()) {
      if (random.nextBoolean()) {
        sample.put(metric, scalar(metric));
      }
    }
    if (random.nextBoolean()) {
      sample.cellVoltages(array(PackedShorts.MILLIVOLTS, 0, 32));
    }
    if (random.nextBoolean()) {
      sample.temperatures(array(PackedShorts.DECIDEGREES, -60, 200));
    }
    if (random.nextBoolean()) {
      boolean[] balancing = new boolean[1 + random.nextInt(20)];
      for (int i = 0; i < balancing.length; i++) {
        balancing[i] = random.nextBoolean();
      }
      sample.balancing(balancing);
    }
    sample.state(random.nextBoolean() ? any(BatteryState.values()) : null);
    sample.chargeAllowed(any(null, true, false)).dischargeAllowed(any(null, true, false));
    sample.alarms(random.nextBoolean() ? alarms() : null);
    for (int i = random.nextInt(4); i > 0; i--) {
      sample.extra("extra." + random.nextInt(20), random.nextGaussian() * 1e6);
    }
    return sample.build();
  }

  private double scalar(Metric metric) {
    double within = metric.min() + random.nextDouble() * (metric.max() - metric.min());
    int steps =
        switch (metric) {
          case PACK_VOLTAGE, CURRENT, CELL_VOLTAGE_MIN, CELL_VOLTAGE_MAX -> 1000;
          case CELL_VOLTAGE_AVG, CELL_VOLTAGE_DELTA -> 1000;
          case SOC, SOH -> 100;
          default -> 10;
        };
    // Plus zero: the sign of a zero is no measurement.
    return Math.rint(within * steps) / steps + 0.0;
  }

  private double[] array(int steps, int min, int max) {
    double[] values = new double[1 + random.nextInt(40)];
    Arrays.setAll(
        values,
        i ->
            random.nextInt(10) == 0
                ? Double.NaN
                : (min * steps + random.nextInt((max - min) * steps + 1)) / (double) steps);
    return values;
  }

  private List<Alarm> alarms() {
    List<Alarm> alarms = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      alarms.add(
          new Alarm(any(AlarmCode.values()), any(AlarmLevel.values()), any("", "Défaut n° 7")));
    }
    return alarms;
  }

  @SafeVarargs
  private <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
