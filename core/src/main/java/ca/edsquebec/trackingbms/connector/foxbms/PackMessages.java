package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanTable;
import java.util.Map;

/**
 * What is said of the whole pack.
 *
 * <p>Facts of the CAN database of foxBMS 2 (tools/dbc), v1.11.0 and, where it differs, v1.10.0.
 */
final class PackMessages {

  static final Map<Integer, CanMessage> TABLE =
      CanTable.parse(
          """
      0x230 f_PackMinMaxCellTemperature 8
        SensorMinimumCellTemperature  -  15|4  Motorola  unsigned  1
        SensorMaximumCellTemperature  -  11|4  Motorola  unsigned  1
        ModuleMinimumCellTemperature  -  23|4  Motorola  unsigned  1
        ModuleMaximumCellTemperature  -  19|4  Motorola  unsigned  1
        StringMinimumCellTemperature  -  31|4  Motorola  unsigned  1
        StringMaximumCellTemperature  -  27|4  Motorola  unsigned  1
        MinimumCellTemperature        -  39|8  Motorola  signed    1  °C
        MaximumCellTemperature        -  47|8  Motorola  signed    1  °C

      0x231 f_PackMinMaxCellVoltage 8
        MinimumCellVoltageCellIndex    -  15|4   Motorola  unsigned  1
        MaximumCellVoltageCellIndex    -  11|4   Motorola  unsigned  1
        MinimumCellVoltageModuleIndex  -  23|4   Motorola  unsigned  1
        MaximumCellVoltageModuleIndex  -  19|4   Motorola  unsigned  1
        MinimumCellVoltageStringIndex  -  31|4   Motorola  unsigned  1
        MaximumCellVoltageStringIndex  -  27|4   Motorola  unsigned  1
        MaximumCellVoltage             -  37|14  Motorola  signed    1  mV
        MinimumCellVoltage             -  53|14  Motorola  signed    1  mV

      0x232 f_PackLimits 8
        MaximumDischargeCurrent  -  7|12   Motorola  unsigned  0.25  A
        MaximumChargeCurrent     -  11|12  Motorola  unsigned  0.25  A
        MaximumDischargePower    -  31|12  Motorola  unsigned  0.1   kW
        MaximumChargePower       -  35|12  Motorola  unsigned  0.1   kW
        MaximumBatteryVoltage    -  55|8   Motorola  unsigned  4     V
        MinimumBatteryVoltage    -  63|8   Motorola  unsigned  4     V

      0x233 f_PackValuesP0 8
        BatteryVoltage  -  7|15   Motorola  signed  0.1   V
        BusVoltage      -  8|15   Motorola  signed  0.1   V
        Power           -  25|17  Motorola  signed  0.01  kW
        Current         -  40|17  Motorola  signed  0.01  A

      0x234 f_PackValuesP1 8
        InsulationResistance  -  7|13  Motorola  unsigned  7  kΩ

      0x235 f_PackStateEstimation 8
        MinimumSoc  -  7|10   Motorola  unsigned  0.1  %
        MaximumSoc  -  13|10  Motorola  unsigned  0.1  %
        MinimumSoe  -  19|10  Motorola  unsigned  0.1  %
        MaximumSoe  -  25|10  Motorola  unsigned  0.1  %
        Soh         -  47|8   Motorola  unsigned  0.5  %
        Energy      -  55|16  Motorola  unsigned  0.1  kWh
      """);

  static final Map<Integer, CanMessage> TABLE_V1_10 =
      CanTable.parse(
          """
      0x231 f_PackMinimumMaximumValues 8
        MaximumCellVoltage        -  7|14  Motorola  signed  1  mV
        MinimumCellVoltage        -  9|14  Motorola  signed  1  mV
        CoolingInletTemperature   -  39|8  Motorola  signed  1  °C
        CoolingOutletTemperature  -  47|8  Motorola  signed  1  °C
        MaximumCellTemperature    -  55|8  Motorola  signed  1  °C
        MinimumCellTemperature    -  63|8  Motorola  signed  1  °C
      """);

  private PackMessages() {}
}
