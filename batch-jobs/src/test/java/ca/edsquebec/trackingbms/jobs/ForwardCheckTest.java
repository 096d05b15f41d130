package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a check on site shows where no portal can be reached. */
class ForwardCheckTest {

  private static final String KEY = "tbms_" + "a".repeat(12) + "_" + "B".repeat(43);

  /** jbd-13 of the recordings: 15.6 V and −2.87 A. */
  private static final String JBD =
      "{\"hex\":\"dd03001d0618fee101f201f4002a2c7c00000000000180640304030b8b0b8a0b84f88377\"}\n";

  private static Run check(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of("forward", "--check", "--url", "http://127.0.0.1:1", "--battery", "LAV-07"));
    all.addAll(List.of("--connector", "jbd", "--from", "-"));
    all.addAll(List.of(options));
    return Run.fed(Map.of("TBMS_KEY", KEY), JBD, all.toArray(String[]::new));
  }

  @Test
  void turnsTheCurrentAsTheSettingSays() {
    assertThat(check().out()).containsPattern("current +-2\\.87 A");
    assertThat(check("--setting", "invertCurrent=yes").out()).containsPattern("current +2\\.87 A");
  }

  @Test
  void saysThatThePortalCannotBeReachedAndStillShowsWhatIsHeard() {
    Run run = check();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("LAV-07: 1 frames understood", "Not taken: ", "can't be reached")
        .doesNotContain(KEY);
  }
}
