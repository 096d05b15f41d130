package ca.edsquebec.trackingbms.measure;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A scalar series of a battery: its name outside (JSON, exports), unit and plausible range.
 *
 * <p>The range is a sanity check on what a device claims, wide enough for any battery we know of.
 * It is not a limit of a particular battery; that is what alert rules are for.
 */
public enum Metric {
  /** Voltage at the cells, before the contactors. */
  PACK_VOLTAGE("packVoltage", "V", 0, 2_000),
  /** Positive when charging. */
  CURRENT("current", "A", -20_000, 20_000),
  /** Positive when charging. */
  POWER("power", "W", -40_000_000, 40_000_000),
  SOC("soc", "%", 0, 105),
  /** As the device reports it; what we estimate ourselves has another name. */
  SOH("soh", "%", 0, 150),
  CELL_VOLTAGE_MIN("cellVoltageMin", "V", 0, 32),
  CELL_VOLTAGE_MAX("cellVoltageMax", "V", 0, 32),
  CELL_VOLTAGE_AVG("cellVoltageAvg", "V", 0, 32),
  CELL_VOLTAGE_DELTA("cellVoltageDelta", "V", 0, 32),
  TEMPERATURE_MIN("temperatureMin", "°C", -60, 200),
  TEMPERATURE_MAX("temperatureMax", "°C", -60, 200),
  TEMPERATURE_AVG("temperatureAvg", "°C", -60, 200),
  MOSFET_TEMPERATURE("mosfetTemperature", "°C", -60, 250),
  AMBIENT_TEMPERATURE("ambientTemperature", "°C", -80, 150),
  REMAINING_CAPACITY("remainingCapacity", "Ah", 0, 1_000_000),
  FULL_CAPACITY("fullCapacity", "Ah", 0, 1_000_000),
  /** The device's own count; vendors count differently. */
  CYCLES("cycles", "", 0, 1_000_000),
  /** Counter of energy charged since the device's own zero. */
  ENERGY_IN("energyIn", "Wh", 0, 1e12),
  /** Counter of energy discharged since the device's own zero. */
  ENERGY_OUT("energyOut", "Wh", 0, 1e12),
  INSULATION("insulation", "kΩ", 0, 1e9),
  CHARGE_CURRENT_LIMIT("chargeCurrentLimit", "A", 0, 20_000),
  DISCHARGE_CURRENT_LIMIT("dischargeCurrentLimit", "A", 0, 20_000),
  CHARGE_VOLTAGE_LIMIT("chargeVoltageLimit", "V", 0, 2_000),
  DISCHARGE_VOLTAGE_LIMIT("dischargeVoltageLimit", "V", 0, 2_000);

  /** Plausible range of one cell (or one monobloc of lead-acid), in volts. */
  public static final double CELL_MIN_V = 0;

  public static final double CELL_MAX_V = 32;

  /** Plausible range of one temperature sensor, in °C. */
  public static final double TEMPERATURE_MIN_C = -60;

  public static final double TEMPERATURE_MAX_C = 200;

  private static final Map<String, Metric> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(m -> m.jsonName, Function.identity()));

  private final String jsonName;
  private final String unit;
  private final double min;
  private final double max;

  Metric(String jsonName, String unit, double min, double max) {
    this.jsonName = jsonName;
    this.unit = unit;
    this.min = min;
    this.max = max;
  }

  /** The field name in JSON and exports, such as {@code packVoltage}. */
  public String jsonName() {
    return jsonName;
  }

  /** Unit symbol; empty for a plain count. */
  public String unit() {
    return unit;
  }

  /** Lowest plausible value, in {@link #unit()}. */
  public double min() {
    return min;
  }

  /** Highest plausible value, in {@link #unit()}. */
  public double max() {
    return max;
  }

  /** False for NaN and for anything outside the plausible range. */
  public boolean isPlausible(double value) {
    return value >= min && value <= max;
  }

  /** The metric of that outside name; empty when the name is an extra metric. */
  public static Optional<Metric> named(String jsonName) {
    return Optional.ofNullable(BY_NAME.get(jsonName));
  }
}
