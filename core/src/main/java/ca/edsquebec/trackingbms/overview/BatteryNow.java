package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.telemetry.Latest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A battery with what it said last.
 *
 * @param latest empty when nothing was ever received
 * @param ageMillis since the latest sample was measured, 0 at least; −1 when there is none
 */
public record BatteryNow(
    Battery battery, Optional<Latest> latest, Condition condition, long ageMillis) {

  private static final double IDLE_AMPERES = 0.5;
  private static final double IDLE_SHARE_OF_CAPACITY = 0.01;

  /**
   * @param nowMillis epoch milliseconds
   */
  public static BatteryNow of(Battery battery, Optional<Latest> latest, long nowMillis) {
    long age = latest.map(one -> Math.max(0, nowMillis - one.sample().ts())).orElse(-1L);
    return new BatteryNow(battery, latest, Condition.of(battery, latest, age), age);
  }

  /** As it was last reported, in the metric's unit, also when stale; NaN when absent. */
  public double value(Metric metric) {
    return latest.map(one -> one.sample().value(metric)).orElse(Double.NaN);
  }

  /** Of the highest level, the first of them; information counts here. Empty when it has none. */
  public Optional<Alarm> worstAlarm() {
    List<Alarm> alarms = latest.flatMap(one -> one.sample().alarms()).orElse(List.of());
    // Of equals max() would give the last.
    return alarms.stream().sorted(Comparator.comparing(Alarm::level).reversed()).findFirst();
  }

  /** By the sign and size of the current; empty when that is not known. */
  public Optional<Flow> flow() {
    double current = value(Metric.CURRENT);
    if (Double.isNaN(current)) {
      return Optional.empty();
    }
    double capacity = battery.nominalCapacityAh();
    double idle =
        Double.isNaN(capacity)
            ? IDLE_AMPERES
            : Math.max(IDLE_AMPERES, IDLE_SHARE_OF_CAPACITY * capacity);
    if (Math.abs(current) < idle) {
      return Optional.of(Flow.IDLE);
    }
    return Optional.of(current > 0 ? Flow.CHARGING : Flow.DISCHARGING);
  }

  /** Rated energy in Wh; NaN when capacity or voltage is not known. */
  public double ratedEnergy() {
    double energy = battery.nominalCapacityAh() * battery.nominalVoltageV();
    return energy > 0 ? energy : Double.NaN;
  }
}
