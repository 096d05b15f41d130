package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose answer is taken for one, on lines that several share, and what is none. */
class AnswersTest {

  private static final byte[] NOTHING = {};

  /**
   * @param first what came behind the first request; text when it begins with a tilde
   */
  @ParameterizedTest
  @CsvSource({
    "jbd, asked, , dda50300fffd77, its own echo",
    "jbd, asked, , dd0400080f230f1c0f120f1dff4e77, of another function",
    "jk, asked, tagged, 4e5700130000000006030000000000006800000129, its own echo",
    "daly, asked, a5, a5409408000000000000000081, its own echo",
    "daly, asked, a5, a501900802100000756f03bcf3, of another command",
    "pylontech, modules, 1, ~20024642E00202FD33, its own echo",
    "pylontech, modules, 1, ~20030600C0000000, no telegram",
    "pace, modules, 1, ~25FF4642E002FFFCDA, the echo of another",
    "seplos, asked, v2, ~20004642E00200FD37, its own echo",
  })
  void isNotTakenForTheAnswer(String id, String setting, String value, String first, String what) {
    assertThat(isTaken(id, setting, value, first)).as(what).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "pylontech, 1, 2, true",
    "pylontech, 1, 3, false",
    "pace, 1, 1, true",
    "pace, 1, 2, false"
  })
  void isOfTheModuleThatWasAsked(String id, String modules, int address, boolean taken) {
    String version = id.equals("pace") ? "25" : "20";
    String bare = version + "%02X".formatted(address) + "46040000";
    int sum = -bare.chars().sum() & 0xFFFF;
    assertThat(isTaken(id, "modules", modules, "~" + bare + "%04X".formatted(sum)))
        .isEqualTo(taken);
  }

  private static boolean isTaken(String id, String setting, String value, String first) {
    Connector connector = Connectors.withId(id).orElseThrow();
    Map<String, String> given = value == null ? Map.of() : Map.of(setting, value);
    Dialogue dialogue = connector.newDialogue(ConnectorSettings.of(connector, given)).orElseThrow();
    assertThat(dialogue.step(0, NOTHING).send()).hasSize(1);
    return dialogue.step(1_000, bytes(first)).frames().stream()
        .anyMatch(frame -> frame.request().length > 0);
  }

  private static byte[] bytes(String text) {
    return text.startsWith("~")
        ? (text + "\r").getBytes(StandardCharsets.US_ASCII)
        : HexFormat.of().parseHex(text);
  }
}
