package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanTable;
import java.util.Map;

/**
 * Each cell and each sensor. The layout of selector 0 repeats for the next cells and sensors.
 *
 * <p>0x270 and 0x280 are what CAN slaves tell the BMS: the same cells once more.
 *
 * <p>Facts of the CAN database of foxBMS 2 (tools/dbc), v1.11.0; v1.10.0 has the same.
 */
final class CellMessages {

  static final Map<Integer, CanMessage> TABLE =
      CanTable.parse(
          """
      0x250 f_CellVoltages 8
        f_CellVoltages_Mux           M   7|8    Motorola  unsigned  1
        CellVoltage_003_invalidFlag  m0  15|1   Motorola  unsigned  1
        CellVoltage_002_invalidFlag  m0  14|1   Motorola  unsigned  1
        CellVoltage_001_invalidFlag  m0  13|1   Motorola  unsigned  1
        CellVoltage_000_invalidFlag  m0  12|1   Motorola  unsigned  1
        CellVoltage_000              m0  11|13  Motorola  unsigned  1  mV
        CellVoltage_001              m0  30|13  Motorola  unsigned  1  mV
        CellVoltage_002              m0  33|13  Motorola  unsigned  1  mV
        CellVoltage_003              m0  52|13  Motorola  unsigned  1  mV

      0x260 f_CellTemperatures 8
        f_CellTemperatures_Mux           M   7|8   Motorola  unsigned  1
        CellTemperature_005_invalidFlag  m0  13|1  Motorola  unsigned  1
        CellTemperature_004_invalidFlag  m0  12|1  Motorola  unsigned  1
        CellTemperature_003_invalidFlag  m0  11|1  Motorola  unsigned  1
        CellTemperature_002_invalidFlag  m0  10|1  Motorola  unsigned  1
        CellTemperature_001_invalidFlag  m0  9|1   Motorola  unsigned  1
        CellTemperature_000_invalidFlag  m0  8|1   Motorola  unsigned  1
        CellTemperature_000              m0  23|8  Motorola  signed    1  °C
        CellTemperature_001              m0  31|8  Motorola  signed    1  °C
        CellTemperature_002              m0  39|8  Motorola  signed    1  °C
        CellTemperature_003              m0  47|8  Motorola  signed    1  °C
        CellTemperature_004              m0  55|8  Motorola  signed    1  °C
        CellTemperature_005              m0  63|8  Motorola  signed    1  °C

      0x270 AFE_CellVoltages 8
        AFE_CellVoltages_Mux         M   7|8    Motorola  unsigned  1
        CellVoltage_003_invalidFlag  m0  15|1   Motorola  unsigned  1
        CellVoltage_002_invalidFlag  m0  14|1   Motorola  unsigned  1
        CellVoltage_001_invalidFlag  m0  13|1   Motorola  unsigned  1
        CellVoltage_000_invalidFlag  m0  12|1   Motorola  unsigned  1
        CellVoltage_000              m0  11|13  Motorola  unsigned  1  mV
        CellVoltage_001              m0  30|13  Motorola  unsigned  1  mV
        CellVoltage_002              m0  33|13  Motorola  unsigned  1  mV
        CellVoltage_003              m0  52|13  Motorola  unsigned  1  mV

      0x280 AFE_CellTemperatures 8
        AFE_CellTemperatures_Mux         M   7|8   Motorola  unsigned  1
        CellTemperature_005_invalidFlag  m0  13|1  Motorola  unsigned  1
        CellTemperature_004_invalidFlag  m0  12|1  Motorola  unsigned  1
        CellTemperature_003_invalidFlag  m0  11|1  Motorola  unsigned  1
        CellTemperature_002_invalidFlag  m0  10|1  Motorola  unsigned  1
        CellTemperature_001_invalidFlag  m0  9|1   Motorola  unsigned  1
        CellTemperature_000_invalidFlag  m0  8|1   Motorola  unsigned  1
        CellTemperature_000              m0  23|8  Motorola  signed    1  °C
        CellTemperature_001              m0  31|8  Motorola  signed    1  °C
        CellTemperature_002              m0  39|8  Motorola  signed    1  °C
        CellTemperature_003              m0  47|8  Motorola  signed    1  °C
        CellTemperature_004              m0  55|8  Motorola  signed    1  °C
        CellTemperature_005              m0  63|8  Motorola  signed    1  °C
      """);

  private CellMessages() {}
}
