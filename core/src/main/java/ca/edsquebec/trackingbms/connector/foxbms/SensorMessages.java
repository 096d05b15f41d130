package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanTable;
import java.util.Map;

/**
 * What other devices on the bus send: a Bender iso165C insulation monitor and an Isabellenhütte
 * IVT-S current sensor of string 0.
 *
 * <p>Facts of the CAN database of foxBMS 2 (tools/dbc), v1.11.0; v1.10.0 has the same.
 */
final class SensorMessages {

  static final Map<Integer, CanMessage> TABLE =
      CanTable.parse(
          """
      0x037 IMD_BenderIso165c_Info 6
        II_IMC_R_ISO                      -  0|16  Intel  unsigned  1  kΩ
        II_IMC_STATUS_00_IsoFailure       -  16|1  Intel  unsigned  1
        II_IMC_STATUS_01_Ground           -  17|1  Intel  unsigned  1
        II_IMC_STATUS_02_System           -  18|1  Intel  unsigned  1
        II_IMC_STATUS_03_Calibration      -  19|1  Intel  unsigned  1
        II_IMC_STATUS_04_Selftest         -  20|1  Intel  unsigned  1
        II_IMC_STATUS_05_IsoWarning       -  21|1  Intel  unsigned  1
        II_VIFC_STATUS_00_IsoMeasurement  -  32|1  Intel  unsigned  1
        II_VIFC_STATUS_01_IMC_Connection  -  33|1  Intel  unsigned  1
        II_VIFC_STATUS_02_IMC_Alive       -  34|1  Intel  unsigned  1
        II_VIFC_STATUS_04_VIFC_CmdError   -  36|1  Intel  unsigned  1
        II_VIFC_STATUS_08_Outdated        -  40|1  Intel  unsigned  1
        II_VIFC_STATUS_12_ST_Overall      -  44|1  Intel  unsigned  1
        II_VIFC_STATUS_13_ST_ParamConfig  -  45|1  Intel  unsigned  1

      0x521 CS_IsabellenhuetteIvtString0Curr 6
        IVT_ID_Result_I                 -  7|8    Motorola  unsigned  1
        IVT_Result_I_System_Error       -  15|1   Motorola  unsigned  1
        IVT_Result_I_Measurement_Error  -  14|1   Motorola  unsigned  1
        IVT_Result_I_Channel_Error      -  13|1   Motorola  unsigned  1
        IVT_Result_I_OCS                -  12|1   Motorola  unsigned  1
        IVT_MsgCount_Result_I           -  11|4   Motorola  unsigned  1
        IVT_Result_I                    -  23|32  Motorola  signed    1  mA

      0x522 CS_IsabellenhuetteIvtString0V1 6
        IVT_ID_Result_U1                 -  7|8    Motorola  unsigned  1
        IVT_Result_U1_System_Error       -  15|1   Motorola  unsigned  1
        IVT_Result_U1_Measurement_Error  -  14|1   Motorola  unsigned  1
        IVT_Result_U1_Channel_Error      -  13|1   Motorola  unsigned  1
        IVT_Result_U1_OCS                -  12|1   Motorola  unsigned  1
        IVT_MsgCount_Result_U1           -  11|4   Motorola  unsigned  1
        IVT_Result_U1                    -  23|32  Motorola  signed    1  mV

      0x523 CS_IsabellenhuetteIvtString0V2 6
        IVT_ID_Result_U2                 -  7|8    Motorola  unsigned  1
        IVT_Result_U2_System_Error       -  15|1   Motorola  unsigned  1
        IVT_Result_U2_Measurement_Error  -  14|1   Motorola  unsigned  1
        IVT_Result_U2_Channel_Error      -  13|1   Motorola  unsigned  1
        IVT_Result_U2_OCS                -  12|1   Motorola  unsigned  1
        IVT_MsgCount_Result_U2           -  11|4   Motorola  unsigned  1
        IVT_Result_U2                    -  23|32  Motorola  signed    1  mV

      0x524 CS_IsabellenhuetteIvtString0V3 6
        IVT_ID_Result_U3                 -  7|8    Motorola  unsigned  1
        IVT_Result_U3_System_Error       -  15|1   Motorola  unsigned  1
        IVT_Result_U3_Measurement_Error  -  14|1   Motorola  unsigned  1
        IVT_Result_U3_Channel_Error      -  13|1   Motorola  unsigned  1
        IVT_Result_U3_OCS                -  12|1   Motorola  unsigned  1
        IVT_MsgCount_Result_U3           -  11|4   Motorola  unsigned  1
        IVT_Result_U3                    -  23|32  Motorola  signed    1  mV

      0x525 CS_IsabellenhuetteIvtString0Temp 6
        IVT_ID_Result_T                 -  7|8    Motorola  unsigned  1
        IVT_Result_T_System_Error       -  15|1   Motorola  unsigned  1
        IVT_Result_T_Measurement_Error  -  14|1   Motorola  unsigned  1
        IVT_Result_T_Channel_Error      -  13|1   Motorola  unsigned  1
        IVT_Result_T_OCS                -  12|1   Motorola  unsigned  1
        IVT_MsgCount_Result_T           -  11|4   Motorola  unsigned  1
        IVT_Result_T                    -  23|32  Motorola  signed    0.1  °C

      0x526 CS_IsabellenhuetteIvtString0Pwr 6
        IVT_ID_Result_W                 -  7|8    Motorola  unsigned  1
        IVT_Result_W_System_Error       -  15|1   Motorola  unsigned  1
        IVT_Result_W_Measurement_Error  -  14|1   Motorola  unsigned  1
        IVT_Result_W_Channel_Error      -  13|1   Motorola  unsigned  1
        IVT_Result_W_OCS                -  12|1   Motorola  unsigned  1
        IVT_MsgCount_Result_W           -  11|4   Motorola  unsigned  1
        IVT_Result_W                    -  23|32  Motorola  signed    1  W

      0x527 CS_IsabellenhuetteIvtString0Cc 6
        IVT_ID_Result_As                 -  7|8    Motorola  unsigned  1
        IVT_Result_As_System_Error       -  15|1   Motorola  unsigned  1
        IVT_Result_As_Measurement_Error  -  14|1   Motorola  unsigned  1
        IVT_Result_As_Channel_Error      -  13|1   Motorola  unsigned  1
        IVT_Result_As_OCS                -  12|1   Motorola  unsigned  1
        IVT_MsgCount_Result_As           -  11|4   Motorola  unsigned  1
        IVT_Result_As                    -  23|32  Motorola  signed    1  As

      0x528 CS_IsabellenhuetteIvtString0Ec 6
        IVT_ID_Result_Wh                 -  7|8    Motorola  unsigned  1
        IVT_Result_Wh_System_Error       -  15|1   Motorola  unsigned  1
        IVT_Result_Wh_Measurement_Error  -  14|1   Motorola  unsigned  1
        IVT_Result_Wh_Channel_Error      -  13|1   Motorola  unsigned  1
        IVT_Result_Wh_OCS                -  12|1   Motorola  unsigned  1
        IVT_MsgCount_Result_Wh           -  11|4   Motorola  unsigned  1
        IVT_Result_Wh                    -  23|32  Motorola  signed    1  Wh
      """);

  private SensorMessages() {}
}
