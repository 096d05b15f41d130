package ca.edsquebec.trackingbms.connector.foxbms;

import java.util.List;

/** The error bits of 0x220. */
final class PackAlarms {

  static final List<AlarmBit> BITS =
      AlarmBit.table(
          StateMessages.TABLE.get(0x220),
          """
          SystemMonitoringError             bms-internal-fault         critical
          EmergencyShutoff                  emergency-shutoff          critical
          InsulationError                   insulation-fault           critical
          InterlockState                    interlock-open             critical
          MainFuseBlown                     fuse-blown                 critical
          BmsMasterPcbUndertemperatureErro  internal-undertemperature  critical
          BmsMasterPcbOvertemperatureError  internal-overtemperature   critical
          McuDieTemperatureError            internal-overtemperature   critical
          PrechargeCurrentError             precharge-failure          critical
          PrechargeVoltageError             precharge-failure          critical
          Clamp30cError                     bms-supply-fault           critical
          NvramCrcError                     bms-internal-fault         critical
          PackOvercurrentDischargeError     discharge-overcurrent      critical
          PackOvercurrentChargeError        charge-overcurrent         critical
          CanTimingError                    bms-communication-fault    critical
          """);

  private PackAlarms() {}
}
