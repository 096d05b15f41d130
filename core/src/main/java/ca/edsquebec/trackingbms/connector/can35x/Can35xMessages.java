package ca.edsquebec.trackingbms.connector.can35x;

import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of each message. A message may be cut behind any of them: what is not sent is not.
 */
final class Can35xMessages {

  static final Map<Integer, FieldTable> NUMBERS =
      Map.of(
          0x351,
          FieldTable.parse(
              """
              charge_voltage_limit_V     0  u16le  0.1  chargeVoltageLimit
              charge_current_limit_A     2  s16le  0.1  chargeCurrentLimit
              discharge_current_limit_A  4  s16le  0.1  dischargeCurrentLimit
              discharge_voltage_limit_V  6  u16le  0.1  dischargeVoltageLimit
              """),
          0x355,
          FieldTable.parse(
              """
              soc_pct  0  u16le  1  soc
              soh_pct  2  u16le  1  soh
              """),
          0x356,
          FieldTable.parse(
              """
              current_A  2  s16le  0.1  current
              temp_C     4  s16le  0.1  temperatureAvg
              """),
          0x372,
          FieldTable.parse(
              """
              modules_ok               0  u16le  1  +modulesOk
              modules_block_charge     2  u16le  1  +modulesBlockingCharge
              modules_block_discharge  4  u16le  1  +modulesBlockingDischarge
              modules_offline          6  u16le  1  +modulesOffline
              """),
          0x373,
          FieldTable.parse(
              """
              cell_min_V  0  u16le  0.001  cellVoltageMin
              cell_max_V  2  u16le  0.001  cellVoltageMax
              temp_min_C  4  u16le  1@273  temperatureMin
              temp_max_C  6  u16le  1@273  temperatureMax
              """),
          0x379,
          FieldTable.parse(
              """
              installed_capacity_Ah  0  u16le  1  +installedCapacity
              """));

  /** Names, in plain text. */
  static final Set<Integer> TEXTS =
      Set.of(0x35E, 0x370, 0x371, 0x374, 0x375, 0x376, 0x377, 0x380, 0x381, 0x382);

  private Can35xMessages() {}
}
