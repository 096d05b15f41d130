package ca.edsquebec.trackingbms.measure;

import java.util.Locale;
import java.util.Optional;

/** What a battery says it is doing. The order is stored: add at the end. */
public enum BatteryState {
  UNKNOWN,
  CHARGING,
  DISCHARGING,
  IDLE,
  FAULT;

  /** Lower case, as in JSON. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<BatteryState> named(String jsonName) {
    for (BatteryState state : values()) {
      if (state.jsonName().equals(jsonName)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
