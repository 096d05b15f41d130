package ca.edsquebec.trackingbms.connector.pylontech;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Field;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;

/** Commands 47, limits of the module, and 92, limits as they are now. */
final class PylontechLimits {

  static final int PARAMETER_BYTES = 25;
  static final int MANAGEMENT_BYTES = 10;

  private static final FieldTable PARAMETERS =
      FieldTable.parse(
          """
          infoflag                   0   u8   1         -
          cell_high_V                1   u16  0.001     -
          cell_low_V                 3   u16  0.001     -
          cell_under_V               5   u16  0.001     -
          charge_temp_high_C         7   u16  0.1@2731  -
          charge_temp_low_C          9   u16  0.1@2731  -
          charge_current_limit_A     11  s16  0.1       -
          module_high_V              13  u16  0.001     -
          module_low_V               15  u16  0.001     -
          module_under_V             17  u16  0.001     -
          discharge_temp_high_C      19  u16  0.1@2731  -
          discharge_temp_low_C       21  u16  0.1@2731  -
          discharge_current_limit_A  23  s16  0.1       -
          """);

  static final FieldTable MANAGEMENT =
      FieldTable.parse(
          """
          command                    0  u8   1      -
          charge_voltage_limit_V     1  u16  0.001  chargeVoltageLimit
          discharge_voltage_limit_V  3  u16  0.001  dischargeVoltageLimit
          charge_current_limit_A     5  s16  0.1    chargeCurrentLimit
          discharge_current_limit_A  7  s16  0.1    -
          """);

  private static final Field DISCHARGE_LIMIT = MANAGEMENT.field("discharge_current_limit_A");
  private static final int STATUS = 9;

  private PylontechLimits() {}

  /** Settings of the module; none of them is a value of now. */
  static void parameters(byte[] info, Decoded said) throws FrameException {
    need(info, PARAMETER_BYTES);
    said.fields(PARAMETERS, info, 0);
  }

  /** What this module allows; the others have limits of their own. */
  static void management(AsciiHex answer, Decoded said) throws FrameException {
    need(answer.info(), MANAGEMENT_BYTES);
    Decoded module = new Decoded();
    management(answer.info(), module);
    said.signals().putAll(module.signals());
    said.module(PylontechAnswers.module(answer, 0), "92", module);
  }

  private static void management(byte[] info, Decoded said) {
    said.fields(MANAGEMENT, info, 0);
    // Sent below zero; a limit of ours has no direction.
    said.mean("dischargeCurrentLimit", DISCHARGE_LIMIT.value(info, 0).abs().doubleValue());
    int status = Bytes.u8(info, STATUS);
    said.show("status", "0x%02X".formatted(status));
    said.chargeAllowed("charge_enable", (status & 0x80) != 0);
    said.dischargeAllowed("discharge_enable", (status & 0x40) != 0);
    said.show("charge_immediately", (status & 0x30) != 0);
  }

  private static void need(byte[] info, int bytes) throws FrameException {
    if (info.length < bytes) {
      throw new FrameException("truncated: %d bytes of %d".formatted(info.length, bytes));
    }
  }
}
