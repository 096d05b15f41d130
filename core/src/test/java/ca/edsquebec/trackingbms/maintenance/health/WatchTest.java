package ca.edsquebec.trackingbms.maintenance.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {

  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private Optional<Watch> watch = Optional.empty();

  @Test
  void tellsOnceThatItIsBadAndOnceThatItIsGood() {
    assertThat(events("OK", "WARN", "WARN", "FAIL", "WARN", "OK", "OK", "OK"))
        .containsExactly("NONE", "NONE", "OPENED", "NONE", "NONE", "NONE", "CLOSED", "NONE");
  }

  @Test
  void saysNothingOfWhatSwings() {
    assertThat(events("OK", "FAIL", "OK", "FAIL", "OK")).containsOnly("NONE");
    assertThat(events("FAIL", "FAIL")).containsExactly("NONE", "OPENED");
    assertThat(events("OK", "FAIL", "OK", "FAIL")).containsOnly("NONE");
  }

  @Test
  void countsWhatIsUnknownForNeither() {
    assertThat(events("FAIL", "UNKNOWN", "FAIL", "UNKNOWN", "UNKNOWN", "OK", "UNKNOWN", "OK"))
        .containsExactly("NONE", "NONE", "OPENED", "NONE", "NONE", "NONE", "NONE", "CLOSED");
  }

  @Test
  void countsOnceWhatTwoProgramsSeeAtOnce() {
    events("OK");
    assertThat(at(Duration.ofMinutes(5), "FAIL")).isEqualTo("NONE");
    assertThat(at(Duration.ZERO, "FAIL")).isEqualTo("NONE");
    assertThat(at(Duration.ofSeconds(30), "FAIL")).isEqualTo("NONE");
    assertThat(at(Duration.ofSeconds(30), "FAIL")).isEqualTo("OPENED");
  }

  @Test
  void countsOnAfterTheClockWasPutBack() {
    events("OK");
    assertThat(at(Duration.ofHours(-1), "FAIL")).isEqualTo("NONE");
    assertThat(at(Duration.ofMinutes(5), "FAIL")).isEqualTo("OPENED");
  }

  @Test
  void countsOnceWhatAProgramWhoseClockIsBehindSeesToo() {
    events("OK", "FAIL");
    assertThat(at(Duration.ofSeconds(-20), "FAIL")).isEqualTo("NONE");
  }

  @Test
  void knowsSinceWhenItIsSo() {
    events("FAIL");
    Instant begun = now;
    events("FAIL", "FAIL");
    assertThat(watch.orElseThrow().since()).isEqualTo(begun);
    assertThat(watch.orElseThrow().incident()).contains(begun.plus(Duration.ofMinutes(5)));
    events("WARN");
    assertThat(watch.orElseThrow().since()).isEqualTo(now);
  }

  private List<String> events(String... statuses) {
    List<String> events = new ArrayList<>();
    for (String status : statuses) {
      events.add(at(Duration.ofMinutes(5), status));
    }
    return events;
  }

  private String at(Duration later, String status) {
    now = now.plus(later);
    Finding found = Finding.of("disk", Status.valueOf(status), "low", Measure.NONE);
    Watch.Step step = Watch.next(watch, found, now);
    watch = Optional.of(step.watch());
    return step.event().name();
  }
}
