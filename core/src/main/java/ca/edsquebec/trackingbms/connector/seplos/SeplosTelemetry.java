package ca.edsquebec.trackingbms.connector.seplos;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.wire.ByteCursor;
import ca.edsquebec.trackingbms.connector.wire.Field;
import java.math.BigDecimal;
import java.util.List;

/**
 * V2, command 42: what a pack measures. Behind the remaining charge stands how many further words
 * follow, in an order of their own; some packs end within them.
 */
final class SeplosTelemetry {

  private record Word(String name, int decimals, String meaning) {}

  private static final List<Word> FURTHER =
      List.of(
          new Word("full_Ah", 2, "fullCapacity"),
          new Word("soc_pct", 1, "soc"),
          new Word("rated_Ah", 2, "+ratedCapacity"),
          new Word("cycles", 0, "cycles"),
          new Word("soh_pct", 1, "soh"),
          new Word("port_voltage_V", 2, "+portVoltage"));

  private static final int ZERO_CELSIUS = 2731;

  /** What a board sends for a probe that is not plugged in. */
  private static final BigDecimal ABSENT = BigDecimal.valueOf(-60);

  private static final int MAX_CELLS = 32;
  private static final int MAX_PROBES = 16;
  private static final int AMBIENT = 4;
  private static final int MOSFET = 5;

  private SeplosTelemetry() {}

  /** Of the further words. */
  static List<String> meanings() {
    return FURTHER.stream().map(Word::meaning).toList();
  }

  /**
   * Whether those bytes are telemetry.
   *
   * @param whole whether they end where the words that they announce do, as all do but those of
   *     Bluetooth, whose command tells what they are
   */
  static boolean fits(byte[] info, boolean whole) {
    ByteCursor in = new ByteCursor(info);
    in.skip(2);
    int cells = in.u8();
    in.skip(2 * cells);
    int probes = in.u8();
    in.skip(2 * probes + 6);
    int further = in.u8();
    return cells > 0
        && cells <= MAX_CELLS
        && probes > 0
        && probes <= MAX_PROBES
        && further > 0
        && further <= MAX_PROBES
        && (whole ? in.left() == 2 * further : in.left() >= 2);
  }

  /** What the pack says; it is shown in {@code answer}. */
  static Decoded read(byte[] info, Decoded answer) {
    ByteCursor in = new ByteCursor(info);
    in.skip(2);
    Decoded said = new Decoded();
    said.cells(in.counted(0, 3));
    List<BigDecimal> celsius = in.counted(ZERO_CELSIUS, 1);
    said.temperatures(celsius, ABSENT);
    if (celsius.size() == MOSFET + 1) {
      said.mean("ambientTemperature", known(celsius.get(AMBIENT)));
      said.mean("mosfetTemperature", known(celsius.get(MOSFET)));
    }
    said.number("current_A", Field.decimal(in.s16(), 2), "current");
    said.number("voltage_V", Field.decimal(in.u16(), 2), "packVoltage");
    said.number("remaining_Ah", Field.decimal(in.u16(), 2), "remainingCapacity");
    int further = in.u8();
    said.show("custom_count", BigDecimal.valueOf(further));
    for (int i = 0; i < Math.min(further, FURTHER.size()) && in.left() >= 2; i++) {
      Word word = FURTHER.get(i);
      said.number(word.name, Field.decimal(in.u16(), word.decimals), word.meaning);
    }
    answer.signals().putAll(said.signals());
    return said;
  }

  private static double known(BigDecimal celsius) {
    return celsius.compareTo(ABSENT) == 0 ? Double.NaN : celsius.doubleValue();
  }
}
