package ca.edsquebec.trackingbms.connector.pace;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import ca.edsquebec.trackingbms.connector.wire.ByteCursor;
import ca.edsquebec.trackingbms.connector.wire.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Command 42: what the packs measure. Behind each pack stands a tail of 0, 1 or 14 bytes, which no
 * field tells: the one that fits is that with which all packs end where the answer ends, and the
 * state of charge in the tail is that of the charges.
 */
final class PaceAnalog {

  private static final int[] TAILS = {0, 1, 14};
  private static final int ZERO_CELSIUS = 2730;
  private static final int MAX_CELLS = 32;
  private static final int MAX_PROBES = 16;
  private static final int SOC_TOLERANCE = 5;
  private static final int ALL = 0xFF;
  private static final int MOSFET = 4;
  private static final int AMBIENT = 5;

  private PaceAnalog() {}

  /** Bytes behind each pack; empty when those are no packs. */
  static OptionalInt tail(byte[] info) {
    for (int tail : TAILS) {
      if (info.length > 2 && fits(info, tail)) {
        return OptionalInt.of(tail);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean fits(byte[] info, int tail) {
    ByteCursor in = new ByteCursor(info);
    in.skip(2);
    while (in.left() > 0) {
      int cells = in.u8();
      in.skip(2 * cells);
      int probes = in.u8();
      in.skip(2 * probes + 4);
      int remaining = in.u16();
      in.skip(1);
      int full = in.u16();
      in.skip(4);
      int soc = tail > 0 ? in.u8() : 0;
      in.skip(Math.max(0, tail - 1));
      boolean plausible = cells > 0 && cells <= MAX_CELLS && probes <= MAX_PROBES;
      if (!plausible || (tail > 0 && !agrees(soc, remaining, full))) {
        return false;
      }
    }
    return in.left() == 0;
  }

  private static boolean agrees(int soc, int remaining, int full) {
    return full == 0 || Math.abs(soc - 100L * remaining / full) <= SOC_TOLERANCE;
  }

  static void read(AsciiHex answer, int tail, Decoded said) {
    ByteCursor in = new ByteCursor(answer.info());
    said.show("leading_byte", BigDecimal.valueOf(in.u8()));
    said.show("pack_count_or_bus", BigDecimal.valueOf(in.u8()));
    List<Decoded> packs = new ArrayList<>();
    while (in.left() > 0) {
      packs.add(pack(in, tail));
    }
    said.show("packs", packs.stream().map(Decoded::signals).toList());
    for (int i = 0; i < packs.size(); i++) {
      said.module(first(answer, packs.size()) + i, "42", packs.get(i));
    }
    if (packs.size() > 1) {
      said.wholeStack();
    }
  }

  /**
   * The number of the first pack. Addresses begin at 1; an answer for all may come in the name of
   * none or of all.
   */
  static int first(AsciiHex answer, int packs) {
    boolean named = packs == 1 || (answer.address() > 0 && answer.address() != ALL);
    return named ? answer.address() : 1;
  }

  private static Decoded pack(ByteCursor in, int tail) {
    Decoded said = new Decoded();
    said.cells(in.counted(0, 3));
    List<BigDecimal> celsius = in.counted(ZERO_CELSIUS, 1);
    said.temperatures(celsius, null);
    if (celsius.size() == AMBIENT + 1) {
      said.mean("mosfetTemperature", celsius.get(MOSFET).doubleValue());
      said.mean("ambientTemperature", celsius.get(AMBIENT).doubleValue());
    }
    said.number("current_A", Field.decimal(in.s16(), 2), "current");
    said.number("voltage_V", Field.decimal(in.u16(), 3), "packVoltage");
    int remaining = in.u16();
    said.number("remaining_Ah", Field.decimal(remaining, 2), "remainingCapacity");
    said.show("user_defined", BigDecimal.valueOf(in.u8()));
    int full = in.u16();
    said.number("full_Ah", Field.decimal(full, 2), "fullCapacity");
    said.number("cycles", BigDecimal.valueOf(in.u16()), "cycles");
    said.number("design_Ah", Field.decimal(in.u16(), 2), "+designCapacity");
    if (full > 0) {
      said.number("soc_pct_derived", Field.percent(remaining, full), tail == 0 ? "soc" : "-");
    }
    tail(in, tail, said);
    return said;
  }

  private static void tail(ByteCursor in, int tail, Decoded said) {
    if (tail > 0) {
      said.number("soc_pct", BigDecimal.valueOf(in.u8()), "soc");
    }
    if (tail > 1) {
      in.skip(8);
      said.number("soh_pct", BigDecimal.valueOf(in.u8()), "soh");
      in.skip(4);
    }
    said.show("tail_bytes", BigDecimal.valueOf(tail));
  }
}
