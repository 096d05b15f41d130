package ca.edsquebec.trackingbms.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The canonical alarms: the union of what the supported devices emit. Every vendor bit is mapped to
 * one of these; the vendor's own name travels beside it as {@link Alarm#raw()}. The order is
 * stored: add at the end, 63 at most.
 */
public enum AlarmCode {
  CELL_OVERVOLTAGE,
  CELL_UNDERVOLTAGE,
  PACK_OVERVOLTAGE,
  PACK_UNDERVOLTAGE,
  DEEP_DISCHARGE,
  CELL_IMBALANCE,
  CELL_FAILURE,
  OPEN_WIRE,
  CELL_COUNT_MISMATCH,
  CHARGE_OVERCURRENT,
  DISCHARGE_OVERCURRENT,
  /** Direction not told by the device. */
  OVERCURRENT,
  SHORT_CIRCUIT,
  CURRENT_ON_OPEN_STRING,
  CURRENT_SENSOR_FAULT,
  CHARGE_OVERTEMPERATURE,
  CHARGE_UNDERTEMPERATURE,
  DISCHARGE_OVERTEMPERATURE,
  DISCHARGE_UNDERTEMPERATURE,
  /** MOSFET, circuit board or controller die. */
  INTERNAL_OVERTEMPERATURE,
  INTERNAL_UNDERTEMPERATURE,
  TEMPERATURE_SPREAD,
  TEMPERATURE_SENSOR_FAULT,
  VOLTAGE_SENSOR_FAULT,
  LOW_SOC,
  LOW_SOH,
  CONTACTOR_FAULT,
  FUSE_BLOWN,
  INTERLOCK_OPEN,
  INSULATION_FAULT,
  PRECHARGE_FAILURE,
  BMS_INTERNAL_FAULT,
  BMS_SUPPLY_FAULT,
  BMS_COMMUNICATION_FAULT,
  EMERGENCY_SHUTOFF,
  HEATER_FAULT,
  /** The device raises its collective flag and does not say why. */
  UNSPECIFIED,
  /** A code a sender uses that is not in this list; the sender's word is in {@link Alarm#raw()}. */
  OTHER;

  private static final Map<String, AlarmCode> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(AlarmCode::jsonName, Function.identity()));

  /** Lower case with hyphens, such as {@code cell-overvoltage}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<AlarmCode> named(String jsonName) {
    return Optional.ofNullable(BY_NAME.get(jsonName));
  }
}
