package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The codes of 0x222, under the names of its value table. Each opened the contactors. */
final class FatalErrors {

  private static final int NO_ERROR = 85;

  private static final Map<Integer, Alarm> BY_CODE =
      table(
          """
           0  SYSTEM_MONITORING                         bms-internal-fault
           1  AFE_SPI                                   bms-communication-fault
           2  AFE_COMMUNICATION_INTEGRITY               bms-communication-fault
           3  AFE_MUX                                   bms-internal-fault
           4  AFE_CONFIG                                bms-internal-fault
           5  CAN_TIMING                                bms-communication-fault
           8  CURRENT_SENSOR_CC_RESPONDING              current-sensor-fault
           9  CURRENT_SENSOR_EC_RESPONDING              current-sensor-fault
          10  CURRENT_SENSOR_RESPONDING                 current-sensor-fault
          17  CELL_VOLTAGE_OVERVOLTAGE_MSL              cell-overvoltage
          18  CELL_VOLTAGE_OVERVOLTAGE_RSL              cell-overvoltage
          20  CELL_VOLTAGE_UNDERVOLTAGE_MSL             cell-undervoltage
          23  TEMP_OVERTEMPERATURE_CHARGE_MSL           charge-overtemperature
          26  TEMP_OVERTEMPERATURE_DISCHARGE_MSL        discharge-overtemperature
          29  TEMP_UNDERTEMPERATURE_CHARGE_MSL          charge-undertemperature
          32  TEMP_UNDERTEMPERATURE_DISCHARGE_MSL       discharge-undertemperature
          35  OVERCURRENT_CHARGE_CELL_MSL               charge-overcurrent
          38  OVERCURRENT_DISCHARGE_CELL_MSL            discharge-overcurrent
          41  STRING_OVERCURRENT_CHARGE_MSL             charge-overcurrent
          44  STRING_OVERCURRENT_DISCHARGE_MSL          discharge-overcurrent
          47  PACK_OVERCURRENT_CHARGE_MSL               charge-overcurrent
          48  PACK_OVERCURRENT_DISCHARGE_MSL            discharge-overcurrent
          49  CURRENT_ON_OPEN_STRING                    current-on-open-string
          50  DEEP_DISCHARGE_DETECTED                   deep-discharge
          52  PLAUSIBILITY_PACK_VOLTAGE                 voltage-sensor-fault
          53  INTERLOCK_FEEDBACK                        interlock-open
          54  STRING_MINUS_CONTACTOR_FEEDBACK           contactor-fault
          55  STRING_PLUS_CONTACTOR_FEEDBACK            contactor-fault
          56  PRECHARGE_CONTACTOR_FEEDBACK              contactor-fault
          57  SBC_FIN_ERROR                             bms-internal-fault
          58  SBC_RSTB_ERROR                            bms-internal-fault
          65  CURRENT_MEASUREMENT_TIMEOUT               current-sensor-fault
          66  CURRENT_MEASUREMENT_ERROR                 current-sensor-fault
          67  CURRENT_SENSOR_V1_MEASUREMENT_TIMEOUT     voltage-sensor-fault
          68  CURRENT_SENSOR_V2_MEASUREMENT_TIMEOUT     voltage-sensor-fault
          69  CURRENT_SENSOR_V3_MEASUREMENT_TIMEOUT     voltage-sensor-fault
          70  CURRENT_SENSOR_POWER_MEASUREMENT_TIMEOUT  current-sensor-fault
          71  POWER_MEASUREMENT_ERROR                   current-sensor-fault
          81  ALERT_MODE                                bms-internal-fault
          83  SUPPLY_VOLTAGE_CLAMP_30C_LOST             bms-supply-fault
          84  AFE_ALARM                                 bms-internal-fault
          """);

  private FatalErrors() {}

  private static Map<Integer, Alarm> table(String table) {
    Map<Integer, Alarm> alarms = new HashMap<>();
    for (String line : table.split("\n")) {
      String[] cells = line.strip().split(" +");
      AlarmCode code = AlarmCode.named(cells[2]).orElseThrow();
      alarms.put(Integer.valueOf(cells[0]), new Alarm(code, AlarmLevel.CRITICAL, cells[1]));
    }
    return Map.copyOf(alarms);
  }

  /** All that they can raise, but {@code OTHER}. */
  static List<AlarmCode> codes() {
    return BY_CODE.values().stream().map(Alarm::code).toList();
  }

  /** Empty for the code that says there is none; a code we do not know is told as it is. */
  static List<Alarm> of(int code) {
    if (code == NO_ERROR) {
      return List.of();
    }
    Alarm unknown = new Alarm(AlarmCode.OTHER, AlarmLevel.CRITICAL, "FatalErrorCode " + code);
    return List.of(BY_CODE.getOrDefault(code, unknown));
  }
}
