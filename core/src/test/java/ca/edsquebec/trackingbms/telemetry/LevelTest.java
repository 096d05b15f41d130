package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.fleet.BatteryType;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.measure.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {

  private static final Instant COMMISSIONED = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-01T12:30:00Z");

  /** One sample each 5 s, four metrics. */
  @ParameterizedTest
  @CsvSource({
    "1, 1000, RAW",
    "10, 1000, RAW",
    "11, 1000, HOUR",
    "41, 1000, HOUR",
    "42, 1000, DAY",
    "900, 1000, DAY",
    "1000, 1000, MONTH",
    "1, 50, HOUR",
    "1, 24, DAY",
    "20, 10, MONTH",
    "23, 5000, RAW",
    "24, 5000, HOUR",
    "2000, 2, MONTH"
  })
  void finestIsTheOneThatFits(int days, int maxPoints, Level expected) {
    assertThat(Level.finest(battery(5), last(Duration.ofDays(days)), 4, maxPoints))
        .isEqualTo(expected);
  }

  @Test
  void samplesThatAreFewFitHoweverLongTheyTake() {
    assertThat(Level.finest(battery(3_600), last(Duration.ofDays(30)), 4, 720))
        .isEqualTo(Level.RAW);
  }

  @Test
  void nothingIsOlderThanTheBattery() {
    TimeRange ever = new TimeRange(0, COMMISSIONED.toEpochMilli() + 1);
    assertThat(Level.finest(battery(5), ever, 4, 400)).isEqualTo(Level.DAY);
    assertThat(Level.DAY.most(battery(5), ever)).isBetween(366L, 370L);
  }

  @Test
  void bucketsOfARangeAreCountedAtBothEnds() {
    TimeRange range =
        TimeRange.between(
            Instant.parse("2026-02-28T10:59:59Z"), Instant.parse("2026-03-01T01:00:00.001Z"));
    assertThat(Level.HOUR.most(battery(5), range)).isEqualTo(16);
    assertThat(Level.DAY.most(battery(5), range)).isGreaterThanOrEqualTo(2);
    assertThat(Level.MONTH.most(battery(5), range)).isEqualTo(2);
    TimeRange empty = new TimeRange(NOW.toEpochMilli(), NOW.toEpochMilli());
    assertThat(Level.HOUR.most(battery(5), empty)).isZero();
  }

  private static TimeRange last(Duration length) {
    return TimeRange.between(NOW.minus(length), NOW);
  }

  private static Battery battery(int periodSeconds) {
    return new Battery(
        1,
        "uid",
        "B-1",
        "B",
        new BatteryType(1, "t", "T"),
        new Place(1, "p", "P", ZoneOffset.UTC),
        Chemistry.LFP,
        16,
        100,
        50,
        "",
        "foxbms",
        Map.of(),
        Duration.ofSeconds(periodSeconds),
        Duration.ofSeconds(60),
        BatteryStatus.IN_SERVICE,
        COMMISSIONED,
        Optional.empty());
  }
}
