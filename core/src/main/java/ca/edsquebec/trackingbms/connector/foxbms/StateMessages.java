package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanTable;
import java.util.Map;

/**
 * State of the BMS and of the system, fatal errors, and what is requested of the BMS.
 *
 * <p>Facts of the CAN database of foxBMS 2 (tools/dbc), v1.11.0; v1.10.0 has no 0x219.
 */
final class StateMessages {

  static final Map<Integer, CanMessage> TABLE =
      CanTable.parse(
          """
      0x219 f_SystemState 8
        Substate  -  7|7  Motorola  unsigned  1
        State     -  0|5  Motorola  unsigned  1

      0x220 f_BmsState 8
        NumberOfConnectedStrings          -  7|4   Motorola  unsigned  1
        BmsState                          -  3|4   Motorola  unsigned  1
        CoolingState                      -  15|1  Motorola  unsigned  1
        HeaterState                       -  14|1  Motorola  unsigned  1
        InsulationMonitoring              -  13|1  Motorola  unsigned  1
        SystemMonitoringError             -  12|1  Motorola  unsigned  1
        EmergencyShutoff                  -  11|1  Motorola  unsigned  1
        GeneralError                      -  10|1  Motorola  unsigned  1
        GeneralWarning                    -  9|1   Motorola  unsigned  1
        ChargingComplete                  -  8|1   Motorola  unsigned  1
        InsulationError                   -  23|1  Motorola  unsigned  1
        InterlockState                    -  22|1  Motorola  unsigned  1
        MainFuseBlown                     -  21|1  Motorola  unsigned  1
        BmsMasterPcbUndertemperatureErro  -  20|1  Motorola  unsigned  1
        BmsMasterPcbOvertemperatureError  -  19|1  Motorola  unsigned  1
        McuDieTemperatureError            -  18|1  Motorola  unsigned  1
        PrechargeCurrentError             -  17|1  Motorola  unsigned  1
        PrechargeVoltageError             -  16|1  Motorola  unsigned  1
        BalancingAlgorithmState           -  31|1  Intel     unsigned  1
        Clamp30cError                     -  30|1  Motorola  unsigned  1
        BmsChargingFlag                   -  29|1  Intel     unsigned  1
        NvramCrcError                     -  28|1  Motorola  unsigned  1
        AlertFlag                         -  27|1  Motorola  unsigned  1
        PackOvercurrentDischargeError     -  26|1  Motorola  unsigned  1
        PackOvercurrentChargeError        -  25|1  Motorola  unsigned  1
        CanTimingError                    -  24|1  Motorola  unsigned  1
        PhyAlive                          -  39|1  Motorola  unsigned  1
        PhyLinked                         -  38|1  Intel     unsigned  1
        BmsSubstate                       -  37|6  Motorola  unsigned  1
        NumberOfDeactivatedStrings        -  51|4  Motorola  unsigned  1
        InsulationResistance              -  63|8  Motorola  unsigned  200  kΩ

      0x221 f_BmsStateDetails 8
        TimingViolation100msAlgoTask      -  4|1   Motorola  unsigned  1
        TimingViolation100msTask          -  3|1   Motorola  unsigned  1
        TimingViolation10msTask           -  2|1   Motorola  unsigned  1
        TimingViolation1msTask            -  1|1   Motorola  unsigned  1
        TimingViolationEngineTask         -  0|1   Motorola  unsigned  1
        TimingViolation100msAlgoTaskReco  -  12|1  Motorola  unsigned  1
        TimingViolation100msTaskRecorded  -  11|1  Motorola  unsigned  1
        TimingViolation10msTaskRecorded   -  10|1  Motorola  unsigned  1
        TimingViolation1msTaskRecorded    -  9|1   Motorola  unsigned  1
        TimingViolationEngineTaskRecorde  -  8|1   Motorola  unsigned  1

      0x222 f_BmsFatalError 8
        FatalErrorCode  -  7|8  Motorola  unsigned  1

      0x210 f_BmsStateRequest 8
        DisableInsulationMonitoring  -  5|1   Motorola  unsigned  1
        ChargerConnected             -  4|1   Motorola  unsigned  1
        IndicatePrechargeType        -  3|1   Motorola  unsigned  1
        ResetPersistentFlags         -  2|1   Motorola  unsigned  1
        RequestBmsMode               -  1|2   Motorola  unsigned  1
        ActivateBalancing            -  8|1   Motorola  unsigned  1
        SetBalancingThreshold        -  23|8  Motorola  unsigned  1  mV
      """);

  private StateMessages() {}
}
