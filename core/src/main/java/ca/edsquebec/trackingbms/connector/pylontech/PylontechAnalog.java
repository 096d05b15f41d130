package ca.edsquebec.trackingbms.connector.pylontech;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import ca.edsquebec.trackingbms.connector.wire.ByteCursor;
import ca.edsquebec.trackingbms.connector.wire.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Command 42: what the modules measure. Each says how many cells and probes it has, and whether its
 * charge is written a second time in more bytes, because two of them end at 65.535 Ah.
 */
final class PylontechAnalog {

  private static final int ZERO_CELSIUS = 2731;
  private static final int IN_MORE_BYTES = 4;
  private static final int MAX_CELLS = 32;

  private PylontechAnalog() {}

  /** Whether those bytes are modules from the first to the last. */
  static boolean fits(byte[] info) {
    ByteCursor in = new ByteCursor(info);
    in.skip(2);
    int modules = 0;
    while (in.left() > 0) {
      int cells = in.u8();
      in.skip(2 * cells);
      in.skip(2 * in.u8() + 6);
      boolean more = in.u8() == IN_MORE_BYTES;
      in.skip(more ? 10 : 4);
      if (cells == 0 || cells > MAX_CELLS) {
        return false;
      }
      modules++;
    }
    return modules > 0 && in.left() == 0;
  }

  static void read(AsciiHex answer, Decoded said) throws FrameException {
    byte[] info = answer.info();
    if (!fits(info)) {
      throw new FrameException("%d bytes are not whole modules".formatted(info.length));
    }
    ByteCursor in = new ByteCursor(info);
    said.show("infoflag", BigDecimal.valueOf(in.u8()));
    said.show("command", BigDecimal.valueOf(in.u8()));
    List<Decoded> modules = new ArrayList<>();
    while (in.left() > 0) {
      modules.add(module(in));
    }
    said.show("modules", modules.stream().map(Decoded::signals).toList());
    for (int i = 0; i < modules.size(); i++) {
      said.module(PylontechAnswers.module(answer, i), "42", modules.get(i));
    }
    if (modules.size() > 1) {
      said.wholeStack();
    }
  }

  private static Decoded module(ByteCursor in) {
    Decoded said = new Decoded();
    said.cells(in.counted(0, 3));
    said.temperatures(in.counted(ZERO_CELSIUS, 1), null);
    said.number("current_A", Field.decimal(in.s16(), 1), "current");
    said.number("voltage_V", Field.decimal(in.u16(), 3), "packVoltage");
    long remaining = in.u16();
    int userDefined = in.u8();
    long total = in.u16();
    said.number("cycles", BigDecimal.valueOf(in.u16()), "cycles");
    if (userDefined == IN_MORE_BYTES) {
      remaining = in.unsigned(3);
      total = in.unsigned(3);
    }
    said.show("user_defined", BigDecimal.valueOf(userDefined));
    said.number("remaining_Ah", Field.decimal(remaining, 3), "remainingCapacity");
    said.number("total_Ah", Field.decimal(total, 3), "fullCapacity");
    if (total > 0) {
      // The wire has no state of charge.
      said.number("soc_pct_derived", Field.percent(remaining, total), "soc");
    }
    return said;
  }
}
