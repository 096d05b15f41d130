package ca.edsquebec.trackingbms.connector.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.VectorFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The grammar of InfluxDB's lines. */
class LineProtocolTest {

  @Test
  void readsEscapesAndAllKindsOfValues() {
    LinePoint point =
        LineProtocol.read(
            "bat\\ te\\,ry,de\\=v=pack\\ 1 ah=5u,al\\ arms=\"a \\\"b\\\" \\\\ c, d=1\",fet=T,n=-70i,v=-1.2e3"
                + "  1795340000123");
    assertThat(point.measurement()).isEqualTo("bat te,ry");
    assertThat(point.tags()).isEqualTo(Map.of("de=v", "pack 1"));
    assertThat(point.fields())
        .isEqualTo(
            Map.of(
                "ah", 5.0, "al arms", "a \"b\" \\ c, d=1", "fet", true, "n", -70.0, "v", -1200.0));
    assertThat(point.timestamp()).isEqualTo(OptionalLong.of(1795340000123L));
  }

  @Test
  void backslashBeforeAnythingElseIsItself() {
    assertThat(LineProtocol.read("C:\\temp,t=a\\b v=1").measurement()).isEqualTo("C:\\temp");
    assertThat(LineProtocol.read("m,t=a\\b v=1").tags()).containsEntry("t", "a\\b");
  }

  @Test
  void lineEndWithinQuotesBelongsToThePoint() {
    String body = "b s=\"one\ntwo\"\nb v=2";
    int end = LineProtocol.endOfPoint(body, 0);
    assertThat(LineProtocol.read(body, 0, end).fields()).containsEntry("s", "one\ntwo");
    assertThat(body.substring(end + 1)).isEqualTo("b v=2");
  }

  @Test
  void quotesThatAreNeverClosedSwallowNoOtherPoint() {
    String body = "b s=\"one\nb v=2\nb v=3";
    assertThat(LineProtocol.endOfPoint(body, 0)).isEqualTo(8);
  }

  @Test
  void quotesInNamesAreLetters() {
    String body = "b,t=5\" v=1\nb v=2";
    assertThat(LineProtocol.endOfPoint(body, 0)).isEqualTo(10);
  }

  @Test
  void quotesInRemarksSwallowNoPoint() {
    String body = "  # rack of 19\"\nb v=1,s=\"ab\"\n# and 23\"\nb v=2";
    int end = LineProtocol.endOfPoint(body, 0);
    assertThat(LineProtocol.isSilent(body, 0, end)).isTrue();
    assertThat(body.substring(end + 1)).startsWith("b v=1");
  }

  @Test
  void whatFollowsTheTimeIsRefused() {
    assertThatThrownBy(() -> LineProtocol.read("b v=1 12 13")).hasMessage("bad timestamp");
    assertThatThrownBy(() -> LineProtocol.read("b v=1 12.5")).hasMessage("bad timestamp");
    assertThatThrownBy(() -> LineProtocol.read("b v=\"x\"y")).hasMessage("invalid field format");
  }

  @Test
  void noiseIsReadOrRefusedAndNothingElse() {
    SplittableRandom random = new SplittableRandom(7);
    String letters = "b, =\"\\\n#19.eiutTfN-é\t";
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "b,t=1 v=" : "");
      for (int n = random.nextInt(24); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      String body = text.toString();
      int at = 0;
      while (at < body.length()) {
        int end = LineProtocol.endOfPoint(body, at);
        assertThat(end).isGreaterThanOrEqualTo(at);
        readOrRefuse(body, at, end);
        at = end + 1;
      }
    }
  }

  private static void readOrRefuse(String body, int from, int end) {
    if (LineProtocol.isSilent(body, from, end)) {
      return;
    }
    try {
      LinePoint point = LineProtocol.read(body, from, end);
      assertThat(point.fields()).isNotEmpty();
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  /** Tags, measurements and times, of which a connector's vectors say nothing. */
  @Test
  void fullSetIsReadAsItSays() {
    Path set = VectorFiles.shared().resolve("bms/push-influx-line.jsonl");
    Assumptions.assumeTrue(Files.exists(set), "full vectors are not beside us");
    List<String> wrong = new ArrayList<>();
    for (JsonNode vector : VectorFiles.lines(set)) {
      if (!vector.get("id").asText().startsWith("lp-body")) {
        String outcome = outcome(vector);
        if (!outcome.isEmpty()) {
          wrong.add(vector.get("id").asText() + ": " + outcome);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String outcome(JsonNode vector) {
    boolean valid = vector.get("valid").asBoolean();
    JsonNode expected = vector.path("decoded");
    try {
      LinePoint point = LineProtocol.read(vector.get("text").asText());
      boolean same =
          expected.path("measurement").asText().equals(point.measurement())
              && expected.path("tags").size() == point.tags().size()
              && point.tags().entrySet().stream()
                  .allMatch(t -> expected.at("/tags").get(t.getKey()).asText().equals(t.getValue()))
              && expected.path("fields").size() == point.fields().size()
              && expected.path("timestamp").asLong(-1) == point.timestamp().orElse(-1);
      return valid && same ? "" : "read as " + point;
    } catch (IllegalArgumentException refused) {
      return valid ? "refused: " + refused.getMessage() : "";
    }
  }
}
