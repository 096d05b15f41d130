package ca.edsquebec.trackingbms.connector.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlcanTest {

  @ParameterizedTest
  @CsvSource({
    "t2338050E0A1C000C0064, 233, false, 050E0A1C000C0064",
    "t2338050e0a1c000c0064EA5F, 233, false, 050E0A1C000C0064",
    "t0000, 0, false, ''",
    "T18FF50E521122, 18FF50E5, true, 1122",
    "T0000023321122ABCD, 233, true, 1122"
  })
  void readsFramesWithoutADate(String line, String id, boolean extended, String hex) {
    assertThat(Slcan.parse(line))
        .isInstanceOfSatisfying(
            CanText.Data.class,
            frame -> {
              assertThat(frame.timeMicros()).isEqualTo(CanText.UNDATED);
              assertThat(frame.id()).isEqualTo(Integer.parseInt(id, 16));
              assertThat(frame.extended()).isEqualTo(extended);
              assertThat(frame.data()).isEqualTo(HexFormat.of().parseHex(hex));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"r2338", "R000002330", "O", "L", "C", "S6", "Z1", "V1013", "z", "\u0007O"})
  void skipsRemoteFramesAndCommands(String line) {
    assertThat(Slcan.parse(line)).isInstanceOf(CanText.Skipped.class);
    assertThat(Slcan.recognises(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t",
        "t233",
        "t2339112233445566778899",
        "t8FF0",
        "t23G0",
        "t2338050E0A1C000C00",
        "t2338050E0A1C000C00645",
        "t23310G",
        "T2FFFFFFF0",
        "total 4",
        "hello",
        "S9"
      })
  void refusesWhatIsMalformed(String line) {
    assertThat(Slcan.parse(line)).isInstanceOf(CanText.Malformed.class);
    assertThat(Slcan.recognises(line)).isFalse();
  }
}
