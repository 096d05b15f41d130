package ca.edsquebec.trackingbms.connector.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandumpTest {

  private static final String LINE = "(1767225600.000050) can0 233#050E0A1C000C0064";

  private static CanText.Data data(String line) {
    assertThat(Candump.parse(line)).isInstanceOf(CanText.Data.class);
    return (CanText.Data) Candump.parse(line);
  }

  @ParameterizedTest
  @CsvSource({
    "(1767225600.000050) can0 233#050E0A1C000C0064, 1767225600000050, 233, false, 050E0A1C000C0064",
    "(1767225600.000050) can0 233#050e0a1c000c0064 R, 1767225600000050, 233, false, 050E0A1C000C0064",
    "(1767225600.000050999) vcan1 7FF#00 T, 1767225600000050, 7FF, false, 00",
    "(0000000001.000000) can0 000#, 1000000, 0, false, ''",
    "(1.000000) can0 18FF50E5#11.22.33, 1000000, 18FF50E5, true, 112233",
    "(1.000000) can0 00000233#11.2233, 1000000, 233, true, 112233",
    "(1.000000) can0 123#1122334455667788_9, 1000000, 123, false, 1122334455667788",
    "(1.000000)  can0  123#1122334455667788_F, 1000000, 123, false, 1122334455667788"
  })
  void readsClassicFrames(String line, long micros, String id, boolean extended, String hex) {
    CanText.Data frame = data(line);
    assertThat(frame.timeMicros()).isEqualTo(micros);
    assertThat(frame.id()).isEqualTo(Integer.parseInt(id, 16));
    assertThat(frame.extended()).isEqualTo(extended);
    assertThat(frame.data()).isEqualTo(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @CsvSource({
    "(1.000000) can0 123#R, remote frame",
    "(1.000000) can0 123#R8, remote frame",
    "(1.000000) can0 12345678#R, remote frame",
    "(1.000000) can0 123##1112233, CAN FD frame",
    "(1.000000) can0 20000080#0000000000000000, error frame",
    "(1.000000) can0 01123#80:00:00000000#1122, CAN XL frame"
  })
  void skipsWhatIsOfNoInterest(String line, String reason) {
    assertThat(Candump.parse(line)).isEqualTo(new CanText.Skipped(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(",
        "1767225600.000050) can0 233#05",
        "(1767225600.0000) can0 233#05",
        "(1767225600) can0 233#05",
        "(x.000000) can0 233#05",
        "(-1.000000) can0 233#05",
        "(2026-01-01 00:00:00.000050) can0 233#05",
        "(1.000000)",
        "(1.000000) can0",
        "(1.000000) can0 233",
        "(1.000000) can0  233   [2]  05 0E",
        "(1.000000) can0 23#05",
        "(1.000000) can0 8FF#05",
        "(1.000000) can0 #05",
        "(1.000000) can0 23G#05",
        "(1.000000) can0 40000233#05",
        "(1.000000) can0 233#050",
        "(1.000000) can0 233#05.",
        "(1.000000) can0 233#0.5",
        "(1.000000) can0 233#0G",
        "(1.000000) can0 233#112233445566778899",
        "(1.000000) can0 233#1122_9",
        "(1.000000) can0 233#1122334455667788_8",
        "(1.000000) can0 233#1122334455667788_",
        "(1.000000) can0 233#05 X",
        "(1.000000) can0 233#05 R R"
      })
  void refusesWhatIsMalformed(String line) {
    assertThat(Candump.parse(line))
        .isInstanceOfSatisfying(
            CanText.Malformed.class, bad -> assertThat(bad.reason()).isNotBlank());
  }

  @Test
  void aLineCutAnywhereIsEitherMalformedOrAShorterFrame() {
    for (int length = 0; length < LINE.length(); length++) {
      CanText cut = Candump.parse(LINE.substring(0, length));
      boolean wholeBytes = length >= LINE.indexOf('#') + 1 && (LINE.length() - length) % 2 == 0;
      assertThat(cut)
          .as(LINE.substring(0, length))
          .isInstanceOf(wholeBytes ? CanText.Data.class : CanText.Malformed.class);
    }
  }

  @Test
  void survivesAnyText() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder(LINE);
      for (int change = 0; change < 3; change++) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(1, 300));
      }
      assertThat(Candump.parse(text.toString())).isNotNull();
    }
  }
}
