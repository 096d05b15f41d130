package ca.edsquebec.trackingbms.connector.modbus_map;

import ca.edsquebec.trackingbms.connector.AlarmBits;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import java.util.List;
import java.util.Map;

/**
 * Pylontech PowerCube M2, system information.
 *
 * <p>Facts are read off OpenEMS, io.openems.edge.battery.pylontech at 22fd570. The device sends its
 * limit of discharge below zero, from which it follows that its currents are positive for charging.
 */
final class PowerCubeM2 {

  private static final FieldTable FIELDS =
      FieldTable.parse(
          """
          voltage_V                  0x1103  u16  0.1    packVoltage
          current_A                  0x1104  s32  0.01   current
          system_temp_C              0x1106  s16  0.1    +systemTemperature
          soc_pct                    0x1107  u16  1      soc
          cycles                     0x1108  u16  1      cycles
          charge_voltage_limit_V     0x1109  u16  0.1    chargeVoltageLimit
          charge_current_limit_A     0x110A  s32  0.01   chargeCurrentLimit
          discharge_voltage_limit_V  0x110C  u16  0.1    dischargeVoltageLimit
          discharge_current_limit_A  0x110D  s32  -0.01  dischargeCurrentLimit
          cell_max_V                 0x1110  u16  0.001  cellVoltageMax
          cell_min_V                 0x1111  u16  0.001  cellVoltageMin
          cell_max_index             0x1112  u16  1      -
          cell_min_index             0x1113  u16  1      -
          temp_max_C                 0x1114  s16  0.1    temperatureMax
          temp_min_C                 0x1115  s16  0.1    temperatureMin
          temp_max_index             0x1116  u16  1      -
          temp_min_index             0x1117  u16  1      -
          module_max_V               0x1118  u16  0.01   +moduleVoltageMax
          module_min_V               0x1119  u16  0.01   +moduleVoltageMin
          module_temp_max_C          0x111C  s16  0.1    +moduleTemperatureMax
          module_temp_min_C          0x111D  s16  0.1    +moduleTemperatureMin
          soh_pct                    0x1120  u16  1      soh
          piles                      0x1131  u16  1      -
          modules_in_series          0x1136  u16  1      -
          cells_in_series            0x1137  u16  1      -
          insulation_kOhm            0x1148  u16  1      insulation
          """);

  private static final AlarmBits STATUS =
      AlarmBits.table(
          """
          0   state_0                         -
          1   state_1                         -
          2   state_2                         -
          3   system_error_protection         bms-internal-fault  critical
          4   system_current_protection       overcurrent         critical
          5   system_voltage_protection       unspecified         critical
          6   system_temperature_protection   unspecified         critical
          7   system_voltage_warning          unspecified         warning
          8   system_current_warning          overcurrent         warning
          9   system_temperature_warning      unspecified         warning
          10  idle                            -
          11  charging                        -
          12  discharging                     -
          13  sleeping                        -
          14  fan_warning                     other               warning
          """);

  private static final AlarmBits PROTECTION =
      AlarmBits.table(
          """
          0   cell_undervoltage           cell-undervoltage           critical
          1   cell_overvoltage            cell-overvoltage            critical
          2   pile_undervoltage           pack-undervoltage           critical
          3   pile_overvoltage            pack-overvoltage            critical
          4   charge_undertemperature     charge-undertemperature     critical
          5   charge_overtemperature      charge-overtemperature      critical
          6   discharge_undertemperature  discharge-undertemperature  critical
          7   discharge_overtemperature   discharge-overtemperature   critical
          8   charge_overcurrent          charge-overcurrent          critical
          9   discharge_overcurrent       discharge-overcurrent       critical
          10  short_circuit               short-circuit               critical
          12  module_overtemperature      internal-overtemperature    critical
          13  module_undervoltage         pack-undervoltage           critical
          14  module_overvoltage          pack-overvoltage            critical
          """);

  private static final AlarmBits WARNING =
      AlarmBits.table(
          """
          0   cell_low_voltage            cell-undervoltage           warning
          1   cell_high_voltage           cell-overvoltage            warning
          2   pile_low_voltage            pack-undervoltage           warning
          3   pile_high_voltage           pack-overvoltage            warning
          4   charge_low_temperature      charge-undertemperature     warning
          5   charge_high_temperature     charge-overtemperature      warning
          6   discharge_low_temperature   discharge-undertemperature  warning
          7   discharge_high_temperature  discharge-overtemperature   warning
          8   charge_overcurrent          charge-overcurrent          warning
          9   discharge_overcurrent       discharge-overcurrent       warning
          11  bms_high_temperature        internal-overtemperature    warning
          12  module_high_temperature     internal-overtemperature    warning
          13  module_low_voltage          pack-undervoltage           warning
          14  module_high_voltage         pack-overvoltage            warning
          """);

  private static final AlarmBits ERROR =
      AlarmBits.table(
          """
          0   voltage_sensor_error          voltage-sensor-fault      critical
          1   temperature_sensor_error      temperature-sensor-fault  critical
          2   internal_communication_error  bms-communication-fault   critical
          3   input_overvoltage             pack-overvoltage          critical
          4   input_transposition           other                     critical
          5   relay_error                   contactor-fault           critical
          6   battery_damage                cell-failure              critical
          7   switch_off_circuit_error      contactor-fault           critical
          8   bmic_error                    bms-internal-fault        critical
          9   internal_bus_error            bms-communication-fault   critical
          10  self_check_failure            bms-internal-fault        critical
          11  abnormal_security_function    bms-internal-fault        critical
          12  insulation_fault              insulation-fault          critical
          13  emergency_stop_failure        emergency-shutoff         critical
          """);

  static final RegisterMap MAP =
      new RegisterMap(
          "pylontech-powercube-m2",
          FIELDS,
          Map.of(0x1100, STATUS, 0x1101, PROTECTION, 0x1102, WARNING, 0x1132, ERROR),
          List.of(
              new RegisterMap.Block(3, 0x1100, 0x33),
              new RegisterMap.Block(3, 0x1136, 4),
              new RegisterMap.Block(3, 0x1148, 2)));

  private PowerCubeM2() {}
}
