package ca.edsquebec.trackingbms.connector.daly;

import ca.edsquebec.trackingbms.connector.AlarmBits;
import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.wire.Bytes;

/** Command 0x98: seven bytes of alarm bits and a fault code. Level 1 warns, level 2 protects. */
final class A5Alarms {

  static final AlarmBits BITS =
      AlarmBits.table(
          """
          0   cell_voltage_high_level1             cell-overvoltage            warning
          1   cell_voltage_high_level2             cell-overvoltage            critical
          2   cell_voltage_low_level1              cell-undervoltage           warning
          3   cell_voltage_low_level2              cell-undervoltage           critical
          4   pack_voltage_high_level1             pack-overvoltage            warning
          5   pack_voltage_high_level2             pack-overvoltage            critical
          6   pack_voltage_low_level1              pack-undervoltage           warning
          7   pack_voltage_low_level2              pack-undervoltage           critical
          8   charge_temperature_high_level1       charge-overtemperature      warning
          9   charge_temperature_high_level2       charge-overtemperature      critical
          10  charge_temperature_low_level1        charge-undertemperature     warning
          11  charge_temperature_low_level2        charge-undertemperature     critical
          12  discharge_temperature_high_level1    discharge-overtemperature   warning
          13  discharge_temperature_high_level2    discharge-overtemperature   critical
          14  discharge_temperature_low_level1     discharge-undertemperature  warning
          15  discharge_temperature_low_level2     discharge-undertemperature  critical
          16  charge_overcurrent_level1            charge-overcurrent          warning
          17  charge_overcurrent_level2            charge-overcurrent          critical
          18  discharge_overcurrent_level1         discharge-overcurrent       warning
          19  discharge_overcurrent_level2         discharge-overcurrent       critical
          20  soc_high_level1                      other                       info
          21  soc_high_level2                      other                       warning
          22  soc_low_level1                       low-soc                     warning
          23  soc_low_level2                       low-soc                     critical
          24  cell_difference_level1               cell-imbalance              warning
          25  cell_difference_level2               cell-imbalance              critical
          26  temperature_difference_level1        temperature-spread          warning
          27  temperature_difference_level2        temperature-spread          critical
          32  charge_mos_overtemperature           internal-overtemperature    warning
          33  discharge_mos_overtemperature        internal-overtemperature    warning
          34  charge_mos_sensor_fault              temperature-sensor-fault    warning
          35  discharge_mos_sensor_fault           temperature-sensor-fault    warning
          36  charge_mos_adhesion_fault            contactor-fault             critical
          37  discharge_mos_adhesion_fault         contactor-fault             critical
          38  charge_mos_open_fault                contactor-fault             critical
          39  discharge_mos_open_fault             contactor-fault             critical
          40  afe_chip_fault                       bms-internal-fault          critical
          41  cell_collection_fault                open-wire                   critical
          42  cell_temperature_sensor_fault        temperature-sensor-fault    warning
          43  eeprom_fault                         bms-internal-fault          warning
          44  rtc_fault                            bms-internal-fault          warning
          45  precharge_fault                      precharge-failure           critical
          46  vehicle_communication_fault          bms-communication-fault     warning
          47  internal_communication_fault         bms-communication-fault     warning
          48  current_module_fault                 current-sensor-fault        critical
          49  pack_voltage_module_fault            voltage-sensor-fault        critical
          50  short_circuit_protect_fault          short-circuit               critical
          51  low_voltage_no_charge                deep-discharge              critical
          """);

  private static final int BYTES = 7;

  private A5Alarms() {}

  static void read(byte[] telegram, Decoded said) {
    int data = DalyTelegram.DATA;
    said.show("alarm_bytes", Bytes.hex(telegram, data, data + BYTES + 1));
    said.alarms("98", BITS, Bytes.unsignedLittle(telegram, data, BYTES));
  }
}
