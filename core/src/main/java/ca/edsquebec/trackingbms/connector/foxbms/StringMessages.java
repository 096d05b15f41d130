package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanTable;
import java.util.Map;

/**
 * What is said of one string. The selector is the string; the database knows string 0 only, the
 * firmware sends the same layout for each.
 *
 * <p>Facts of the CAN database of foxBMS 2 (tools/dbc), v1.11.0 and, where it differs, v1.10.0.
 */
final class StringMessages {

  static final Map<Integer, CanMessage> TABLE =
      CanTable.parse(
          """
      0x240 f_StringState 8
        f_StringState_Mux                 M   3|4   Motorola  unsigned  1
        DeepDischargeError                m0  7|1   Motorola  unsigned  1
        IsStringFuseBlown                 m0  6|1   Motorola  unsigned  1
        IsBalancingActive                 m0  5|1   Motorola  unsigned  1
        IsStringConnected                 m0  4|1   Motorola  unsigned  1
        UndervoltageMslError              m0  15|1  Motorola  unsigned  1
        OvervoltageMslError               m0  14|1  Motorola  unsigned  1
        CellOvercurrentDischargeMslError  m0  13|1  Motorola  unsigned  1
        CellOvercurrentChargeMslError     m0  12|1  Motorola  unsigned  1
        UndertemperatureDischargeMslErro  m0  11|1  Motorola  unsigned  1
        OvertemperatureDischargeMslError  m0  10|1  Motorola  unsigned  1
        UndertemperatureChargeMslError    m0  9|1   Motorola  unsigned  1
        OvertemperatureChargeMslError     m0  8|1   Motorola  unsigned  1
        UndervoltageMolWarning            m0  23|1  Motorola  unsigned  1
        OvervoltageMolWarning             m0  22|1  Motorola  unsigned  1
        CellOvercurrentDischargeMolWarni  m0  21|1  Motorola  unsigned  1
        CellOvercurrentChargeMolWarning   m0  20|1  Motorola  unsigned  1
        UndertemperatureDischargeMolWarn  m0  19|1  Motorola  unsigned  1
        OvertemperatureDischargeMolWarni  m0  18|1  Motorola  unsigned  1
        UndertemperatureChargeMolWarning  m0  17|1  Motorola  unsigned  1
        OvertemperatureChargeMolWarning   m0  16|1  Motorola  unsigned  1
        UndervoltageRslWarning            m0  31|1  Motorola  unsigned  1
        OvervoltageRslWarning             m0  30|1  Motorola  unsigned  1
        CellOvercurrentDischargeRslWarni  m0  29|1  Motorola  unsigned  1
        CellOvercurrentChargeRslWarning   m0  28|1  Motorola  unsigned  1
        UndertemperatureDischargeRslWarn  m0  27|1  Motorola  unsigned  1
        OvertemperatureDischargeRslWarni  m0  26|1  Motorola  unsigned  1
        UndertemperatureChargeRslWarning  m0  25|1  Motorola  unsigned  1
        OvertemperatureChargeRslWarning   m0  24|1  Motorola  unsigned  1
        DaisyChainBaseVoltMeasOorError    m0  39|1  Motorola  unsigned  1
        DaisyChainBaseCrcError            m0  37|1  Motorola  unsigned  1
        DaisyChainBaseCommunicationError  m0  35|1  Motorola  unsigned  1
        SlaveHardwareError                m0  34|1  Motorola  unsigned  1
        NegativeContactorError            m0  33|1  Motorola  unsigned  1
        PositiveContactorError            m0  32|1  Motorola  unsigned  1
        FusedStringVoltageMeasurementErr  m0  47|1  Motorola  unsigned  1
        StringVoltageMeasurementError     m0  46|1  Motorola  unsigned  1
        EnergyCountingMeasurementError    m0  45|1  Motorola  unsigned  1
        CoulombCountingMeasurementError   m0  44|1  Motorola  unsigned  1
        StringCurrentMeasurementError     m0  43|1  Motorola  unsigned  1
        DaisyChainBaseTempMeasOorError    m0  41|1  Motorola  unsigned  1
        VoltageSpreadPlausibilityError    m0  55|1  Motorola  unsigned  1
        TemperatureSpreadPlausibilityErr  m0  54|1  Motorola  unsigned  1
        StringVoltagePlausibilityError    m0  53|1  Motorola  unsigned  1
        CellVoltagePlausibilityError      m0  52|1  Motorola  unsigned  1
        CellTemperaturePlausibilityError  m0  51|1  Motorola  unsigned  1
        OpenWireError                     m0  49|1  Motorola  unsigned  1
        PackVoltageMeasurementError       m0  48|1  Motorola  unsigned  1
        StringOvercurrentError            m0  63|1  Motorola  unsigned  1

      0x241 f_StringMinMaxCellTemperature 8
        f_StringMinMaxCellTemperature_Mux  M   3|4   Motorola  unsigned  1
        SensorMinimumCellTemperature       m0  15|4  Motorola  unsigned  1
        SensorMaximumCellTemperature       m0  11|4  Motorola  unsigned  1
        ModuleMinimumCellTemperature       m0  23|4  Motorola  unsigned  1
        ModuleMaximumCellTemperature       m0  19|4  Motorola  unsigned  1
        MaximumCellTemperature             m0  31|8  Motorola  signed    0.5  °C
        MinimumCellTemperature             m0  39|8  Motorola  signed    0.5  °C

      0x242 f_StringMinMaxCellVoltage 8
        f_StringMinMaxCellVoltage_Mux  M   3|4    Motorola  unsigned  1
        SensorMinimumCellVoltage       m0  15|4   Motorola  unsigned  1
        SensorMaximumCellVoltage       m0  11|4   Motorola  unsigned  1
        ModuleMinimumCellVoltage       m0  23|4   Motorola  unsigned  1
        ModuleMaximumCellVoltage       m0  19|4   Motorola  unsigned  1
        MaximumCellVoltage             m0  31|14  Motorola  signed    1  mV
        MinimumCellVoltage             m0  33|14  Motorola  signed    1  mV

      0x243 f_StringValuesP0 8
        f_StringValuesP0_Mux  M   7|3    Motorola  unsigned  1
        Voltage               m0  4|18   Motorola  signed    0.01  V
        Current               m0  18|18  Motorola  signed    0.01  A
        Power                 m0  32|18  Motorola  signed    0.01  kW

      0x244 f_StringValuesP1 8
        f_StringValuesP1_Mux  M   7|4    Motorola  unsigned  1
        EnergyCounter         m0  15|32  Motorola  signed    1  Wh

      0x245 f_StringStateEstimation 8
        f_StringStateEstimation_Mux  M   7|4    Motorola  unsigned  1
        MinimumSoc                   m0  3|9    Motorola  unsigned  0.2   %
        MaximumSoc                   m0  10|9   Motorola  unsigned  0.2   %
        MinimumSoe                   m0  17|9   Motorola  unsigned  0.2   %
        MaximumSoe                   m0  24|9   Motorola  unsigned  0.2   %
        Soh                          m0  47|9   Motorola  unsigned  0.2   %
        Energy                       m0  54|15  Motorola  unsigned  0.01  kWh
      """);

  static final Map<Integer, CanMessage> TABLE_V1_10 =
      CanTable.parse(
          """
      0x241 f_StringMinimumMaximumValues 8
        f_StringMinimumMaximumValues_Mux  M   3|4    Motorola  unsigned  1
        MaximumCellVoltage                m0  15|14  Motorola  signed    1    mV
        MinimumCellVoltage                m0  17|14  Motorola  signed    1    mV
        MaximumCellTemperature            m0  35|9   Motorola  signed    0.5  °C
        MinimumCellTemperature            m0  42|9   Motorola  signed    0.5  °C
      """);

  private StringMessages() {}
}
