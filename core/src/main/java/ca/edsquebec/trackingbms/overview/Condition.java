package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.Latest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a battery is, the worst first. */
public enum Condition {
  /** It reports a critical alarm or a fault. */
  CRITICAL,
  /** It reports a warning and nothing worse. */
  WARNING,
  /** Its latest sample is older than its threshold: whatever it said, nobody knows any more. */
  STALE,
  /** Nothing was ever received. */
  UNKNOWN,
  /** It reports, and nothing worse than information. */
  NORMAL;

  /**
   * @param ageMillis of the latest sample; not looked at when there is none
   */
  static Condition of(Battery battery, Optional<Latest> latest, long ageMillis) {
    if (latest.isEmpty()) {
      return UNKNOWN;
    }
    if (ageMillis > battery.staleThreshold().toMillis()) {
      return STALE;
    }
    Sample sample = latest.get().sample();
    List<Alarm> alarms = sample.alarms().orElse(List.of());
    if (sample.state().filter(BatteryState.FAULT::equals).isPresent()
        || any(alarms, AlarmLevel.CRITICAL)) {
      return CRITICAL;
    }
    return any(alarms, AlarmLevel.WARNING) ? WARNING : NORMAL;
  }

  private static boolean any(List<Alarm> alarms, AlarmLevel level) {
    return alarms.stream().anyMatch(alarm -> alarm.level() == level);
  }

  /** Whether what the battery said last tells of the present: it counts in sums and means. */
  public boolean isLive() {
    return this != STALE && this != UNKNOWN;
  }

  /** Lower case, as in JSON and addresses. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Condition> named(String jsonName) {
    for (Condition condition : values()) {
      if (condition.jsonName().equals(jsonName)) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }
}
