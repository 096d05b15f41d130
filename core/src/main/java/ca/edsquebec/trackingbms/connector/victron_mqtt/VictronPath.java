package ca.edsquebec.trackingbms.connector.victron_mqtt;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of the battery service.
 *
 * @param name what it is shown as
 * @param meaning as in {@link Decoded}; {@code cell:} and {@code balancing:} with an index, {@code
 *     alarm:} with a code, {@code minutes} for seconds that we tell in minutes
 */
record VictronPath(String name, String meaning) {

  private static final Map<String, VictronPath> PATHS =
      table(
          """
          Dc/0/Voltage                  voltage_V                  packVoltage
          Dc/0/Current                  current_A                  current
          Dc/0/Power                    power_W                    power
          Dc/0/Temperature              temp_C                     temperatureAvg
          Soc                           soc_pct                    soc
          Soh                           soh_pct                    soh
          Capacity                      remaining_Ah               remainingCapacity
          InstalledCapacity             installed_Ah               fullCapacity
          ConsumedAmphours              consumed_Ah                +consumedCharge
          TimeToGo                      time_to_go_s               minutes
          System/MinCellVoltage         cell_min_V                 cellVoltageMin
          System/MaxCellVoltage         cell_max_V                 cellVoltageMax
          System/MinVoltageCellId       cell_min_id                -
          System/MaxVoltageCellId       cell_max_id                -
          System/MinCellTemperature     temp_min_C                 temperatureMin
          System/MaxCellTemperature     temp_max_C                 temperatureMax
          System/MOSTemperature         mosfet_temp_C              mosfetTemperature
          Info/MaxChargeCurrent         charge_current_limit_A     chargeCurrentLimit
          Info/MaxDischargeCurrent      discharge_current_limit_A  dischargeCurrentLimit
          Info/MaxChargeVoltage         charge_voltage_limit_V     chargeVoltageLimit
          Info/BatteryLowVoltage        discharge_voltage_limit_V  dischargeVoltageLimit
          Io/AllowToCharge              charge_allowed             charge-allowed
          Io/AllowToDischarge           discharge_allowed          discharge-allowed
          History/ChargeCycles          cycles                     cycles
          Alarms/LowVoltage             alarm_low_voltage          alarm:pack-undervoltage
          Alarms/HighVoltage            alarm_high_voltage         alarm:pack-overvoltage
          Alarms/LowCellVoltage         alarm_low_cell_voltage     alarm:cell-undervoltage
          Alarms/HighCellVoltage        alarm_high_cell_voltage    alarm:cell-overvoltage
          Alarms/LowSoc                 alarm_low_soc              alarm:low-soc
          Alarms/HighChargeCurrent      alarm_high_charge_current  alarm:charge-overcurrent
          Alarms/HighDischargeCurrent   alarm_high_discharge_current  alarm:discharge-overcurrent
          Alarms/HighCurrent            alarm_high_current         alarm:overcurrent
          Alarms/CellImbalance          alarm_cell_imbalance       alarm:cell-imbalance
          Alarms/InternalFailure        alarm_internal_failure     alarm:bms-internal-fault
          Alarms/HighChargeTemperature  alarm_high_charge_temperature  alarm:charge-overtemperature
          Alarms/LowChargeTemperature   alarm_low_charge_temperature  alarm:charge-undertemperature
          Alarms/HighTemperature        alarm_high_temperature     alarm:discharge-overtemperature
          Alarms/LowTemperature         alarm_low_temperature      alarm:discharge-undertemperature
          Alarms/HighInternalTemperature  alarm_high_internal_temperature  alarm:internal-overtemperature
          Alarms/FuseBlown              alarm_fuse_blown           alarm:fuse-blown
          Alarms/BmsCable               alarm_bms_cable            alarm:bms-communication-fault
          """);

  private static final Pattern CELL = Pattern.compile("(Voltages|Balances)/Cell(\\d{1,4})");
  private static final String ALARM = "alarm:";
  private static final String CELL_VOLTAGE = "cell:";
  private static final String BALANCING = "balancing:";

  private static Map<String, VictronPath> table(String table) {
    Map<String, VictronPath> paths = new HashMap<>();
    for (String line : table.strip().split("\n")) {
      String[] cells = line.strip().split(" +");
      paths.put(cells[0], new VictronPath(cells[1], cells[2]));
    }
    return Map.copyOf(paths);
  }

  /** Empty for a path that tells nothing of a battery. */
  static Optional<VictronPath> of(String path) {
    Matcher cell = CELL.matcher(path);
    if (!cell.matches()) {
      return Optional.ofNullable(PATHS.get(path));
    }
    int number = Integer.parseInt(cell.group(2));
    boolean voltage = cell.group(1).equals("Voltages");
    return number == 0
        ? Optional.empty()
        : Optional.of(
            voltage
                ? new VictronPath("cell" + number + "_V", CELL_VOLTAGE + (number - 1))
                : new VictronPath("cell" + number + "_balancing", BALANCING + (number - 1)));
  }

  /** What all of them can say, with every alarm raised. */
  static List<Reading> examples() {
    Decoded said = new Decoded();
    PATHS.values().forEach(path -> path.mean(said, 1));
    new VictronPath("cell", CELL_VOLTAGE + 0).mean(said, 1);
    new VictronPath("cell", BALANCING + 0).mean(said, 1);
    return said.readings();
  }

  /**
   * @param value as JSON writes it; empty when the device is gone
   * @throws FrameException when it is no number where one is due
   */
  Decoded read(String value) throws FrameException {
    Decoded said = new Decoded();
    if (value.isEmpty()) {
      said.show("device_gone", true);
      mean(said, Double.NaN);
    } else if (value.equals("null")) {
      said.show(name, null);
      mean(said, Double.NaN);
    } else if (value.startsWith("\"")) {
      if (!meaning.equals("-")) {
        throw new FrameException("%s is %s, not a number".formatted(name, value));
      }
      said.show(name, value.substring(1, value.length() - 1));
    } else {
      BigDecimal number = number(value);
      said.show(name, number);
      mean(said, number.doubleValue());
    }
    return said;
  }

  private static BigDecimal number(String value) {
    return switch (value) {
      case "true" -> BigDecimal.ONE;
      case "false" -> BigDecimal.ZERO;
      default -> new BigDecimal(value);
    };
  }

  private void mean(Decoded said, double value) {
    boolean known = !Double.isNaN(value);
    if (meaning.startsWith(ALARM)) {
      said.say(new Reading.Alarms(name, known ? alarms(value) : List.of()));
    } else if (meaning.startsWith(CELL_VOLTAGE)) {
      said.say(new Reading.Cell(index(CELL_VOLTAGE), value));
    } else if (meaning.startsWith(BALANCING)) {
      said.say(new Reading.Balancing(index(BALANCING), known && value != 0));
    } else if (meaning.equals("minutes")) {
      said.mean("+timeToGo", value / 60);
    } else if (known || !meaning.endsWith("-allowed")) {
      said.mean(meaning, value);
    }
  }

  private int index(String prefix) {
    return Integer.parseInt(meaning.substring(prefix.length()));
  }

  /** 0 well, 1 warning, 2 alarm. */
  private List<Alarm> alarms(double value) {
    AlarmCode code = AlarmCode.named(meaning.substring(ALARM.length())).orElseThrow();
    AlarmLevel level = value >= 2 ? AlarmLevel.CRITICAL : AlarmLevel.WARNING;
    return value == 0 ? List.of() : List.of(new Alarm(code, level, name));
  }
}
