package ca.edsquebec.trackingbms.telemetry.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.rollup.LocalDays.Stay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of a battery that stays where it is. */
class LocalDaysTest {

  @ParameterizedTest
  @CsvSource({
    // Clocks go forward, an hour is missing; they go back, an hour comes twice.
    "America/Toronto,  2026-03-07, 2026-03-07T05:00:00Z, 24",
    "America/Toronto,  2026-03-08, 2026-03-08T05:00:00Z, 23",
    "America/Toronto,  2026-03-09, 2026-03-09T04:00:00Z, 24",
    "America/Toronto,  2026-10-31, 2026-10-31T04:00:00Z, 24",
    "America/Toronto,  2026-11-01, 2026-11-01T04:00:00Z, 25",
    "America/Toronto,  2026-11-02, 2026-11-02T05:00:00Z, 24",
    // Its days cut UTC hours in two.
    "America/St_Johns, 2026-03-07, 2026-03-07T03:30:00Z, 24",
    "America/St_Johns, 2026-03-08, 2026-03-08T03:30:00Z, 23",
    "America/St_Johns, 2026-03-09, 2026-03-09T02:30:00Z, 24",
    "America/St_Johns, 2026-11-01, 2026-11-01T02:30:00Z, 25",
    "America/St_Johns, 2026-11-02, 2026-11-02T03:30:00Z, 24",
    "America/Regina,   2026-03-08, 2026-03-08T06:00:00Z, 24",
    "America/Regina,   2026-11-01, 2026-11-01T06:00:00Z, 24",
    "UTC,              2026-03-08, 2026-03-08T00:00:00Z, 24",
    "Asia/Kathmandu,   2026-03-08, 2026-03-07T18:15:00Z, 24",
    // At midnight clocks go forward to one: there is no midnight.
    "America/Sao_Paulo, 2017-10-15, 2017-10-15T03:00:00Z, 23",
    "Asia/Beirut,       2021-03-28, 2021-03-27T22:00:00Z, 23",
    // At midnight clocks go back to eleven: the day before goes on.
    "America/Sao_Paulo, 2018-02-17, 2018-02-17T02:00:00Z, 25",
    "America/Sao_Paulo, 2018-02-18, 2018-02-18T03:00:00Z, 24",
    // At one clocks go back to midnight, which comes twice.
    "America/Havana,    2017-11-05, 2017-11-05T04:00:00Z, 25",
    // One minute after midnight clocks go back to the day before.
    "America/St_Johns,  2010-11-06, 2010-11-06T02:30:00Z, 24",
    "America/St_Johns,  2010-11-07, 2010-11-07T02:30:00Z, 25",
    // The country went across the date line.
    "Pacific/Apia,      2011-12-29, 2011-12-29T10:00:00Z, 24",
    "Pacific/Apia,      2011-12-30, 2011-12-30T10:00:00Z, 0",
    "Pacific/Apia,      2011-12-31, 2011-12-30T10:00:00Z, 24",
  })
  void aDayBeginsWithItsFirstInstant(String zone, LocalDate day, Instant start, long hours) {
    TimeRange range = in(zone).day(day);
    assertThat(Instant.ofEpochMilli(range.fromMillis())).isEqualTo(start);
    assertThat(range.length()).isEqualTo(Duration.ofHours(hours));
  }

  @ParameterizedTest
  @CsvSource({
    "America/Toronto,  2026-03-08T04:59:59.999Z, 2026-03-07",
    "America/Toronto,  2026-03-08T05:00:00Z,     2026-03-08",
    "America/Toronto,  2026-03-09T03:59:59.999Z, 2026-03-08",
    "America/Toronto,  2026-03-09T04:00:00Z,     2026-03-09",
    // Half past one, twice.
    "America/Toronto,  2026-11-01T05:30:00Z,     2026-11-01",
    "America/Toronto,  2026-11-01T06:30:00Z,     2026-11-01",
    "America/Toronto,  2026-11-02T04:59:59.999Z, 2026-11-01",
    "America/St_Johns, 2026-11-01T02:29:59.999Z, 2026-10-31",
    "America/St_Johns, 2026-11-01T02:30:00Z,     2026-11-01",
    "Asia/Kathmandu,   2026-03-07T18:14:59.999Z, 2026-03-07",
    "Asia/Kathmandu,   2026-03-07T18:15:00Z,     2026-03-08",
    // The clock says a quarter past eleven of the day before, for the second time.
    "America/St_Johns, 2010-11-07T02:45:00Z,     2010-11-07",
    "Pacific/Apia,     2011-12-30T09:59:59.999Z, 2011-12-29",
    "Pacific/Apia,     2011-12-30T10:00:00Z,     2011-12-31",
  })
  void anInstantBelongsToOneDay(String zone, Instant time, LocalDate day) {
    assertThat(in(zone).dayOf(time.toEpochMilli())).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "America/Toronto,  2026-02, 2026-02-01T05:00:00Z, 672",
    "America/Toronto,  2026-03, 2026-03-01T05:00:00Z, 743",
    "America/Toronto,  2026-11, 2026-11-01T04:00:00Z, 721",
    "America/St_Johns, 2026-03, 2026-03-01T03:30:00Z, 743",
    "America/St_Johns, 2026-11, 2026-11-01T02:30:00Z, 721",
    "America/Regina,   2026-03, 2026-03-01T06:00:00Z, 744",
    "Asia/Kathmandu,   2026-12, 2026-11-30T18:15:00Z, 744",
    "Pacific/Apia,     2011-12, 2011-12-01T10:00:00Z, 720",
  })
  void aMonthHasTheHoursOfItsDays(String zone, YearMonth month, Instant start, long hours) {
    TimeRange range = in(zone).month(month);
    assertThat(Instant.ofEpochMilli(range.fromMillis())).isEqualTo(start);
    assertThat(range.length()).isEqualTo(Duration.ofHours(hours));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/Toronto",
        "America/St_Johns",
        "America/Regina",
        "UTC",
        "Asia/Kathmandu",
        "America/Sao_Paulo",
        "Asia/Beirut",
        "Africa/Cairo",
        "Australia/Lord_Howe",
        "Pacific/Apia"
      })
  void theDaysOfAYearAreTheYear(String zone) {
    LocalDays days = in(zone);
    for (int year : new int[] {2010, 2011, 2017, 2018, 2021, 2026}) {
      long end = days.month(YearMonth.of(year, 1)).fromMillis();
      for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
        TimeRange range = days.day(day);
        assertThat(range.fromMillis()).isEqualTo(end);
        end = range.toMillis();
        if (!range.length().isZero()) {
          assertThat(days.dayOf(range.fromMillis())).isEqualTo(day);
          assertThat(days.dayOf(range.toMillis() - 1)).isEqualTo(day);
        }
      }
      assertThat(end).isEqualTo(days.month(YearMonth.of(year, 12)).toMillis());
    }
  }

  @Test
  void itsTextIsThatOfItsZone() {
    assertThat(in("America/Toronto").text()).isEqualTo("America/Toronto");
  }

  @Test
  void refusesToCountByNoZone() {
    assertThatThrownBy(() -> new LocalDays(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static LocalDays in(String zone) {
    return new LocalDays(List.of(new Stay(Instant.parse("2025-01-01T00:00:00Z"), ZoneId.of(zone))));
  }
}
