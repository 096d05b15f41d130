package ca.edsquebec.trackingbms.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

  private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

  private static final Map<String, Cadence> CADENCES =
      Map.of(
          "5min", Cadence.everyMinutes(5),
          "hour", Cadence.hourly(10),
          "day", Cadence.daily(2, 30),
          "week", Cadence.weekly(DayOfWeek.SUNDAY, 4, 0),
          "month", Cadence.monthly(1, 5, 0));

  @ParameterizedTest
  @CsvSource({
    "5min, 2026-05-04T12:04:59Z, 2026-05-04T12:00:00Z",
    "5min, 2026-05-04T12:05:00Z, 2026-05-04T12:05:00Z",
    "hour, 2026-05-04T12:09:59Z, 2026-05-04T11:10:00Z",
    "hour, 2026-05-04T12:10:00Z, 2026-05-04T12:10:00Z",
    "day, 2026-05-04T06:29:59Z, 2026-05-03T06:30:00Z",
    "day, 2026-05-04T06:30:00Z, 2026-05-04T06:30:00Z",
    "week, 2026-05-09T23:00:00Z, 2026-05-03T08:00:00Z",
    "week, 2026-05-10T08:00:00Z, 2026-05-10T08:00:00Z",
    "week, 2026-05-10T07:59:59Z, 2026-05-03T08:00:00Z",
    "month, 2026-05-01T08:59:59Z, 2026-04-01T09:00:00Z",
    "month, 2026-05-31T12:00:00Z, 2026-05-01T09:00:00Z",
  })
  void knowsWhatWasDueLast(String cadence, Instant now, Instant due) {
    assertThat(CADENCES.get(cadence).dueBy(now, MONTREAL)).isEqualTo(due);
  }

  @Test
  void countsATimeThatTheClocksLeaveOutAnHourLater() {
    // 8 March 2026: after 01:59 comes 03:00.
    Cadence day = CADENCES.get("day");
    assertThat(day.dueBy(Instant.parse("2026-03-08T12:00:00Z"), MONTREAL))
        .isEqualTo("2026-03-08T07:30:00Z");
  }

  @Test
  void countsATimeThatComesTwiceOnce() {
    // 1 November 2026: 01:30 comes twice.
    Cadence day = Cadence.daily(1, 30);
    Instant first = Instant.parse("2026-11-01T05:30:00Z");
    assertThat(day.dueBy(first, MONTREAL)).isEqualTo(first);
    assertThat(day.dueBy(first.plusSeconds(3700), MONTREAL)).isEqualTo(first);
    assertThat(day.dueAfter(first, MONTREAL)).isEqualTo("2026-11-02T06:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "5min, 2026-05-04T12:05:00Z",
    "hour, 2026-05-04T12:10:00Z",
    "day, 2026-05-05T06:30:00Z",
    "week, 2026-05-10T08:00:00Z",
    "month, 2026-06-01T09:00:00Z"
  })
  void knowsWhatIsDueNext(String cadence, Instant due) {
    Instant now = Instant.parse("2026-05-04T12:00:00Z");
    assertThat(CADENCES.get(cadence).dueAfter(now, MONTREAL)).isEqualTo(due);
  }

  @Test
  void refusesWhatNoClockShows() {
    assertThatThrownBy(() -> Cadence.everyMinutes(7)).hasMessageContaining("7");
    assertThatThrownBy(() -> Cadence.monthly(31, 0, 0)).hasMessageContaining("31");
    assertThatThrownBy(() -> Cadence.daily(24, 0)).hasMessageContaining("24");
    assertThatThrownBy(() -> Cadence.hourly(60)).hasMessageContaining("60");
  }

  @Test
  void isReadable() {
    assertThat(CADENCES.get("week")).hasToString("weekly, Sunday at 04:00");
    assertThat(CADENCES.get("5min")).hasToString("every 5 min");
    assertThat(CADENCES.get("month")).hasToString("monthly, day 1 at 05:00");
  }
}
