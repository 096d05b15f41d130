package ca.edsquebec.trackingbms.connector.thingset;

import java.util.HashMap;
import java.util.Map;

/** Paths of the numbers that binary mode uses (bms-firmware 9ff895e, data_objects.c). */
final class Ids {

  private static final Map<String, String> PATHS =
      table(
          """
          4    Device
          5    Conf
          7    Meas
          9    Input
          16   _Ids
          17   _Paths
          19   _Metadata
          1D   pNodeID
          1E   pNodeName
          2F   _Reporting
          31   mLive
          40   Device/cManufacturer
          41   Device/cDeviceType
          42   Device/cHardwareVersion
          43   Device/cFirmwareVersion
          4A   Device/xShutdown
          4B   Device/xReset
          4E   Device/xDebugPrintRegisters
          50   Conf/sNominalCapacity_Ah
          51   Conf/sShortCircuitLimit_A
          52   Conf/sShortCircuitDelay_us
          53   Conf/sDisOvercurrent_A
          54   Conf/sDisOvercurrentDelay_ms
          55   Conf/sChgOvercurrent_A
          56   Conf/sChgOvercurrentDelay_ms
          58   Conf/sDisMaxTemp_degC
          59   Conf/sDisMinTemp_degC
          5A   Conf/sChgMaxTemp_degC
          5B   Conf/sChgMinTemp_degC
          5C   Conf/sTempLimitHysteresis_degC
          60   Conf/sCellOvervoltage_V
          61   Conf/sCellOvervoltageReset_V
          62   Conf/sCellOvervoltageDelay_ms
          63   Conf/sCellUndervoltage_V
          64   Conf/sCellUndervoltageReset_V
          65   Conf/sCellUndervoltageDelay_ms
          68   Conf/sBalTargetVoltageDiff_V
          69   Conf/sBalMinVoltage_V
          6A   Conf/sBalIdleDelay_s
          6B   Conf/sBalIdleCurrent_A
          71   Meas/rPackVoltage_V
          72   Meas/rStackVoltage_V
          73   Meas/rPackCurrent_A
          74   Meas/rCellTemps_degC
          75   Meas/rICTemp_degC
          77   Meas/rMOSFETTemp_degC
          7C   Meas/rSOC_pct
          7E   Meas/rErrorFlags
          7F   Meas/rBmsState
          80   Meas/rCellVoltages_V
          81   Meas/rCellAvgVoltage_V
          82   Meas/rCellMinVoltage_V
          83   Meas/rCellMaxVoltage_V
          84   Meas/rBalancingStatus
          90   Input/wChgEnable
          91   Input/wDisEnable
          A0   Conf/xPresetNMC
          A1   Conf/xPresetNMC/fCapacity_Ah
          A2   Conf/xPresetLFP
          A3   Conf/xPresetLFP/fCapacity_Ah
          A4   Conf/xPresetLTO
          A5   Conf/xPresetLTO/fCapacity_Ah
          B0   Conf/sOcvPoints_V
          B1   Conf/sSocPoints_pct
          310  _Reporting/mLive
          311  _Reporting/mLive/sEnable
          313  _Reporting/mLive/sPeriod_ms
          """);

  private Ids() {}

  private static Map<String, String> table(String table) {
    Map<String, String> paths = new HashMap<>();
    for (String line : table.split("\n")) {
      String[] cells = line.strip().split(" +");
      paths.put(Integer.toString(Integer.parseInt(cells[0], 16)), cells[1]);
    }
    return paths;
  }

  /** Whether that text is a number and no name: names begin with a letter or {@code _}. */
  static boolean isId(String key) {
    return !key.isEmpty() && key.charAt(0) <= '9';
  }

  /** The path of a number; {@code #} and the number where we know none. */
  static String path(String id) {
    return PATHS.getOrDefault(id, "#" + id);
  }
}
