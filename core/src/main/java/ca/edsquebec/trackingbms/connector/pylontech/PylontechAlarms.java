package ca.edsquebec.trackingbms.connector.pylontech;

import ca.edsquebec.trackingbms.connector.AlarmBits;
import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import ca.edsquebec.trackingbms.connector.wire.ByteCursor;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Command 44: a flag for each cell, probe, current and voltage (0 well, 1 below, 2 above, F0
 * other), and five bytes of status bits.
 */
final class PylontechAlarms {

  private static final int STATUS_BYTES = 5;
  private static final int MAX_CELLS = 32;

  static final AlarmBits PROTECTION =
      AlarmBits.table(
          """
          0  module_overvoltage          pack-overvoltage           critical
          1  cell_undervoltage           cell-undervoltage          critical
          2  charge_overcurrent          charge-overcurrent         critical
          4  discharge_overcurrent       discharge-overcurrent      critical
          5  discharge_overtemperature   discharge-overtemperature  critical
          6  charge_overtemperature      charge-overtemperature     critical
          7  module_undervoltage         pack-undervoltage          critical
          """);

  private PylontechAlarms() {}

  /** Whether those bytes may be one module's flags; newer firmware appends a byte. */
  static boolean fits(byte[] info) {
    ByteCursor in = new ByteCursor(info);
    in.skip(2);
    int cells = in.u8();
    in.skip(cells);
    in.skip(in.u8() + 3 + STATUS_BYTES);
    return cells > 0 && cells <= MAX_CELLS && in.left() >= 0 && in.left() <= 2;
  }

  /**
   * @param all whether all modules were asked at once: then the second byte counts them
   */
  static void read(AsciiHex answer, boolean all, Decoded said) throws FrameException {
    ByteCursor in = new ByteCursor(answer.info());
    said.show("infoflag", BigDecimal.valueOf(in.u8()));
    int command = in.u8();
    said.show("command", BigDecimal.valueOf(command));
    if (!all) {
      Decoded module = new Decoded();
      module(in, module);
      said.signals().putAll(module.signals());
      said.module(PylontechAnswers.module(answer, 0), "44", module);
      return;
    }
    List<Object> modules = new ArrayList<>();
    for (int i = 0; i < command; i++) {
      Decoded module = new Decoded();
      module(in, module);
      modules.add(module.signals());
      said.module(PylontechAnswers.module(answer, i), "44", module);
    }
    said.show("modules", modules);
  }

  private static void module(ByteCursor in, Decoded said) throws FrameException {
    List<Alarm> raised = new ArrayList<>();
    said.show(
        "cell_flags",
        flags(in, AlarmCode.CELL_UNDERVOLTAGE, AlarmCode.CELL_OVERVOLTAGE, "cell ", raised));
    said.show(
        "temp_flags",
        flags(
            in,
            AlarmCode.DISCHARGE_UNDERTEMPERATURE,
            AlarmCode.DISCHARGE_OVERTEMPERATURE,
            "probe ",
            raised));
    int charge = in.u8();
    int voltage = in.u8();
    int discharge = in.u8();
    said.show("charge_current_flag", BigDecimal.valueOf(charge));
    said.show("module_voltage_flag", BigDecimal.valueOf(voltage));
    said.show("discharge_current_flag", BigDecimal.valueOf(discharge));
    flag(charge, AlarmCode.OTHER, AlarmCode.CHARGE_OVERCURRENT, "charge current", raised);
    flag(
        voltage, AlarmCode.PACK_UNDERVOLTAGE, AlarmCode.PACK_OVERVOLTAGE, "module voltage", raised);
    flag(discharge, AlarmCode.OTHER, AlarmCode.DISCHARGE_OVERCURRENT, "discharge current", raised);
    status(in, raised, said);
    if (in.left() < 0) {
      throw new FrameException("truncated: %d bytes of flags are missing".formatted(-in.left()));
    }
    said.say(new Reading.Alarms("44", raised));
  }

  private static void status(ByteCursor in, List<Alarm> raised, Decoded said) {
    List<String> shown = new ArrayList<>();
    int[] status = new int[STATUS_BYTES];
    for (int i = 0; i < STATUS_BYTES; i++) {
      status[i] = in.u8();
      shown.add("%02x".formatted(status[i]));
    }
    said.show("status_hex", shown);
    said.show("alarms", PROTECTION.names(status[0]));
    raised.addAll(PROTECTION.raised(status[0]));
    int faulty = status[3] | status[4] << 8;
    for (int cell = 0; cell < 16; cell++) {
      if ((faulty >> cell & 1) != 0) {
        raised.add(
            new Alarm(AlarmCode.CELL_FAILURE, AlarmLevel.CRITICAL, "cell fault " + (cell + 1)));
      }
    }
    said.chargeAllowed("charge_fet", (status[1] & 2) != 0);
    said.dischargeAllowed("discharge_fet", (status[1] & 4) != 0);
    said.show("using_battery_power", (status[1] & 8) != 0);
    said.show("effective_charge_current", (status[2] & 0x80) != 0);
    said.show("effective_discharge_current", (status[2] & 0x40) != 0);
    said.show("fully_charged", (status[2] & 8) != 0);
    said.show("buzzer", (status[2] & 1) != 0);
  }

  private static List<BigDecimal> flags(
      ByteCursor in, AlarmCode below, AlarmCode above, String name, List<Alarm> raised) {
    List<BigDecimal> flags = new ArrayList<>();
    int count = in.u8();
    for (int i = 1; i <= count; i++) {
      int flag = in.u8();
      flags.add(BigDecimal.valueOf(flag));
      flag(flag, below, above, name + i, raised);
    }
    return flags;
  }

  private static void flag(
      int flag, AlarmCode below, AlarmCode above, String name, List<Alarm> raised) {
    if (flag != 0) {
      AlarmCode code = flag == 1 ? below : flag == 2 ? above : AlarmCode.OTHER;
      String how = flag == 1 ? " below" : flag == 2 ? " above" : " flag " + flag;
      raised.add(new Alarm(code, AlarmLevel.WARNING, name + how));
    }
  }
}
