package ca.edsquebec.trackingbms.connector.foxbms;

import java.util.List;

/**
 * The error and warning bits of 0x240.
 *
 * <p>Levels: the maximum safety limit (MSL) opens the contactors and is critical, as is every error
 * of a measurement or a part. The recommended (RSL) and the maximum operating limit (MOL) are
 * warnings, both: someone should look before the limit behind them is reached.
 */
final class StringAlarms {

  static final List<AlarmBit> BITS =
      AlarmBit.table(
          StringMessages.TABLE.get(0x240),
          """
          DeepDischargeError                deep-discharge              critical
          IsStringFuseBlown                 fuse-blown                  critical
          UndervoltageMslError              cell-undervoltage           critical
          OvervoltageMslError               cell-overvoltage            critical
          CellOvercurrentDischargeMslError  discharge-overcurrent       critical
          CellOvercurrentChargeMslError     charge-overcurrent          critical
          UndertemperatureDischargeMslErro  discharge-undertemperature  critical
          OvertemperatureDischargeMslError  discharge-overtemperature   critical
          UndertemperatureChargeMslError    charge-undertemperature     critical
          OvertemperatureChargeMslError     charge-overtemperature      critical
          UndervoltageMolWarning            cell-undervoltage           warning
          OvervoltageMolWarning             cell-overvoltage            warning
          CellOvercurrentDischargeMolWarni  discharge-overcurrent       warning
          CellOvercurrentChargeMolWarning   charge-overcurrent          warning
          UndertemperatureDischargeMolWarn  discharge-undertemperature  warning
          OvertemperatureDischargeMolWarni  discharge-overtemperature   warning
          UndertemperatureChargeMolWarning  charge-undertemperature     warning
          OvertemperatureChargeMolWarning   charge-overtemperature      warning
          UndervoltageRslWarning            cell-undervoltage           warning
          OvervoltageRslWarning             cell-overvoltage            warning
          CellOvercurrentDischargeRslWarni  discharge-overcurrent       warning
          CellOvercurrentChargeRslWarning   charge-overcurrent          warning
          UndertemperatureDischargeRslWarn  discharge-undertemperature  warning
          OvertemperatureDischargeRslWarni  discharge-overtemperature   warning
          UndertemperatureChargeRslWarning  charge-undertemperature     warning
          OvertemperatureChargeRslWarning   charge-overtemperature      warning
          DaisyChainBaseVoltMeasOorError    voltage-sensor-fault        critical
          DaisyChainBaseCrcError            bms-communication-fault     critical
          DaisyChainBaseCommunicationError  bms-communication-fault     critical
          SlaveHardwareError                bms-internal-fault          critical
          NegativeContactorError            contactor-fault             critical
          PositiveContactorError            contactor-fault             critical
          FusedStringVoltageMeasurementErr  voltage-sensor-fault        critical
          StringVoltageMeasurementError     voltage-sensor-fault        critical
          EnergyCountingMeasurementError    current-sensor-fault        critical
          CoulombCountingMeasurementError   current-sensor-fault        critical
          StringCurrentMeasurementError     current-sensor-fault        critical
          DaisyChainBaseTempMeasOorError    temperature-sensor-fault    critical
          VoltageSpreadPlausibilityError    cell-imbalance              critical
          TemperatureSpreadPlausibilityErr  temperature-spread          critical
          StringVoltagePlausibilityError    voltage-sensor-fault        critical
          CellVoltagePlausibilityError      voltage-sensor-fault        critical
          CellTemperaturePlausibilityError  temperature-sensor-fault    critical
          OpenWireError                     open-wire                   critical
          PackVoltageMeasurementError       voltage-sensor-fault        critical
          StringOvercurrentError            overcurrent                 critical
          """);

  private StringAlarms() {}
}
