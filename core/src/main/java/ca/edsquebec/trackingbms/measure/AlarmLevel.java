package ca.edsquebec.trackingbms.measure;

import java.util.Locale;
import java.util.Optional;

/** How bad an alarm of a BMS is. The order is stored: add at the end. */
public enum AlarmLevel {
  INFO,
  WARNING,
  CRITICAL;

  /** Lower case, as in JSON. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AlarmLevel> named(String jsonName) {
    for (AlarmLevel level : values()) {
      if (level.jsonName().equals(jsonName)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
