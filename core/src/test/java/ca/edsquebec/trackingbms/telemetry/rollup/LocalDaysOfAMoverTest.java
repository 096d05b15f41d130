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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of a battery that moves between time zones, or whose place was corrected. */
class LocalDaysOfAMoverTest {

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final String TORONTO = "America/Toronto";
  private static final String VANCOUVER = "America/Vancouver";
  private static final String ST_JOHNS = "America/St_Johns";

  private static final List<String> ZONES =
      List.of(TORONTO, VANCOUVER, ST_JOHNS, "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Niue");

  @ParameterizedTest
  @CsvSource({
    // West by day, three hours.
    "America/Toronto, 2026-05-10T16:00:00Z, America/Vancouver, 2026-05-09, 04:00, 24:00",
    "America/Toronto, 2026-05-10T16:00:00Z, America/Vancouver, 2026-05-10, 04:00, 27:00",
    "America/Toronto, 2026-05-10T16:00:00Z, America/Vancouver, 2026-05-11, 07:00, 24:00",
    // West in the night: it is the evening before again, but the day has begun.
    "America/Toronto, 2026-05-11T05:00:00Z, America/Vancouver, 2026-05-10, 04:00, 24:00",
    "America/Toronto, 2026-05-11T05:00:00Z, America/Vancouver, 2026-05-11, 04:00, 27:00",
    // West at midnight: the day has not begun.
    "America/Toronto, 2026-05-11T04:00:00Z, America/Vancouver, 2026-05-10, 04:00, 27:00",
    "America/Toronto, 2026-05-11T04:00:00Z, America/Vancouver, 2026-05-11, 07:00, 24:00",
    // East by day.
    "America/Vancouver, 2026-05-10T19:00:00Z, America/Toronto, 2026-05-10, 07:00, 21:00",
    "America/Vancouver, 2026-05-10T19:00:00Z, America/Toronto, 2026-05-11, 04:00, 24:00",
    // East in the evening: there it is tomorrow already.
    "America/Vancouver, 2026-05-11T05:30:00Z, America/Toronto, 2026-05-10, 07:00, 22:30",
    "America/Vancouver, 2026-05-11T05:30:00Z, America/Toronto, 2026-05-11, 05:30, 22:30",
    // On the days when clocks change.
    "America/Toronto,  2026-03-08T12:00:00Z, America/St_Johns, 2026-03-08, 05:00, 21:30",
    "America/St_Johns, 2026-11-01T12:00:00Z, America/Toronto,  2026-11-01, 02:30, 26:30",
    // Across the date line to the east: the same day twice.
    "Pacific/Kiritimati, 2026-05-10T20:00:00Z, Pacific/Honolulu, 2026-05-11, 10:00, 48:00",
    // And to the west: a day left out.
    "Pacific/Honolulu, 2026-05-10T20:00:00Z, Pacific/Kiritimati, 2026-05-10, 10:00, 10:00",
    "Pacific/Honolulu, 2026-05-11T10:00:00Z, Pacific/Kiritimati, 2026-05-11, 10:00, 00:00",
  })
  void theDayOfAMoveIsLongerOrShorter(
      String from, Instant moved, String to, LocalDate day, String start, String length) {
    TimeRange range = moved(from, moved, to).day(day);
    assertThat(Instant.ofEpochMilli(range.fromMillis()).toString()).endsWith("T" + start + ":00Z");
    assertThat(range.length()).isEqualTo(duration(length));
  }

  @Test
  void theNightBetweenTwoMidnightsBelongsToTheNewDay() {
    LocalDays days = moved(TORONTO, Instant.parse("2026-05-11T05:00:00Z"), VANCOUVER);
    assertThat(days.dayOf(millis("2026-05-11T03:59:59Z"))).isEqualTo(LocalDate.of(2026, 5, 10));
    assertThat(days.dayOf(millis("2026-05-11T05:30:00Z"))).isEqualTo(LocalDate.of(2026, 5, 11));
    assertThat(days.dayOf(millis("2026-05-12T06:59:59Z"))).isEqualTo(LocalDate.of(2026, 5, 11));
  }

  @Test
  void whoArrivesBetweenTwoMidnightsOfOneClockSeesTheSecond() {
    LocalDays days = moved(TORONTO, Instant.parse("2010-11-07T02:45:00Z"), ST_JOHNS);
    assertThat(days.day(LocalDate.of(2010, 11, 7)).fromMillis())
        .isEqualTo(millis("2010-11-07T03:30:00Z"));
    assertThat(days.dayOf(millis("2010-11-07T03:29:59Z"))).isEqualTo(LocalDate.of(2010, 11, 6));
  }

  @Test
  void aMonthWithAMoveIsAsLongAsItsDays() {
    LocalDays days = moved(TORONTO, Instant.parse("2026-03-20T16:00:00Z"), VANCOUVER);
    assertThat(days.month(YearMonth.of(2026, 3)).length()).isEqualTo(Duration.ofHours(743 + 3));
  }

  @Test
  void itsTextNamesTheMovesThatMatter() {
    Instant may = Instant.parse("2026-05-10T16:00:00.123456Z");
    List<Stay> stays =
        List.of(
            stay(FIRST, TORONTO),
            stay(FIRST.plusSeconds(1), TORONTO),
            stay(may, VANCOUVER),
            stay(may.plusSeconds(3600), VANCOUVER),
            stay(may.plusSeconds(7200), TORONTO));
    String text =
        "America/Toronto;2026-05-10T16:00:00.123Z America/Vancouver"
            + ";2026-05-10T18:00:00.123Z America/Toronto";
    assertThat(new LocalDays(stays).text()).isEqualTo(text);
    assertThat(new LocalDays(stays).firstDifference(text)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void refusesStaysThatAreNotInOrderOfTime() {
    assertThatThrownBy(() -> new LocalDays(List.of(stay(FIRST, TORONTO), stay(FIRST, VANCOUVER))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("order");
  }

  @Test
  void aNewMoveChangesItsOwnDayAndWhatFollows() {
    String before = stays(TORONTO).text();
    LocalDays after = moved(TORONTO, Instant.parse("2026-05-10T16:00:00Z"), VANCOUVER);
    assertThat(after.firstDifference(before)).isEqualTo(millis("2026-05-10T04:00:00Z"));
  }

  @Test
  void aMoveThatWasTakenBackDoesSoToo() {
    String before = moved(TORONTO, Instant.parse("2026-05-10T16:00:00Z"), VANCOUVER).text();
    assertThat(stays(TORONTO).firstDifference(before)).isEqualTo(millis("2026-05-10T04:00:00Z"));
  }

  @Test
  void aMoveAtMidnightChangesTheDayThatEndsThere() {
    LocalDays still = stays(TORONTO);
    LocalDays moved = moved(TORONTO, Instant.parse("2026-05-11T04:00:00Z"), VANCOUVER);
    long dayBefore = millis("2026-05-10T04:00:00Z");
    assertThat(moved.firstDifference(still.text())).isEqualTo(dayBefore);
    assertThat(still.firstDifference(moved.text())).isEqualTo(dayBefore);
  }

  @Test
  void anotherZoneOfTheFirstPlaceChangesAll() {
    assertThat(stays(TORONTO).firstDifference(stays(VANCOUVER).text())).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void anotherNameOfTheSameZoneChangesNothing() {
    assertThat(stays(TORONTO).firstDifference("America/Montreal")).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "America/Atlantis",
    "America/Toronto;",
    "America/Toronto;soon America/Vancouver",
    "America/Toronto;2026-05-10T16:00:00Z",
    "America/Toronto;2026-05-10T16:00:00Z UTC;2026-05-10T16:00:00Z America/Vancouver",
    "America/Toronto;+999999999-01-01T00:00:00Z America/Vancouver",
  })
  void whatCannotBeReadMayDifferInAll(String text) {
    assertThat(stays(TORONTO).firstDifference(text)).isEqualTo(Long.MIN_VALUE);
  }

  @RepeatedTest(30)
  void anInstantBelongsToTheLatestDateThatWasReached(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Stay> stays = random(random);
    LocalDays days = new LocalDays(stays);
    LocalDate reached = LocalDate.MIN;
    for (long ts = millis("2026-02-20T00:00:00Z");
        ts < millis("2026-03-25T00:00:00Z");
        ts += QUARTER) {
      LocalDate here = Instant.ofEpochMilli(ts).atZone(zoneAt(stays, ts)).toLocalDate();
      reached = here.isAfter(reached) ? here : reached;
      assertThat(days.dayOf(ts)).isEqualTo(reached);
      assertThat(days.day(reached).contains(ts)).isTrue();
    }
  }

  @RepeatedTest(30)
  void daysUntilTheFirstDifferenceAreTheSame(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Stay> stays = random(random);
    List<Stay> others = new ArrayList<>(stays);
    int changed = random.nextInt(1, stays.size());
    others.set(changed, stay(stays.get(changed).since(), ZONES.get(random.nextInt(6))));
    LocalDays days = new LocalDays(stays);
    LocalDays otherDays = new LocalDays(others);
    long difference = days.firstDifference(otherDays.text());
    assertThat(otherDays.firstDifference(days.text())).isEqualTo(difference);
    LocalDate day = LocalDate.of(2026, 2, 15);
    for (;
        days.day(day).toMillis() <= difference && day.getMonthValue() < 5;
        day = day.plusDays(1)) {
      assertThat(otherDays.day(day)).isEqualTo(days.day(day));
    }
    if (difference < Long.MAX_VALUE) {
      assertThat(days.day(day).fromMillis()).isEqualTo(difference);
      assertThat(otherDays.day(day).fromMillis()).isEqualTo(difference);
    }
  }

  private static final long QUARTER = 900_000;

  /** A move every few days or hours, on whole quarters of an hour. */
  private static List<Stay> random(Random random) {
    List<Stay> stays = new ArrayList<>();
    Instant since = Instant.parse("2026-02-22T00:00:00Z");
    for (int i = 0; i < 12; i++) {
      stays.add(stay(since, ZONES.get(random.nextInt(ZONES.size()))));
      int quarters = random.nextBoolean() ? 40 : 400;
      since = since.plusMillis(QUARTER * random.nextInt(1, quarters));
    }
    return stays;
  }

  private static ZoneId zoneAt(List<Stay> stays, long ts) {
    ZoneId zone = stays.get(0).zone();
    for (Stay stay : stays) {
      zone = stay.since().toEpochMilli() <= ts ? stay.zone() : zone;
    }
    return zone;
  }

  private static LocalDays stays(String zone) {
    return new LocalDays(List.of(stay(FIRST, zone)));
  }

  private static LocalDays moved(String from, Instant moved, String to) {
    return new LocalDays(List.of(stay(Instant.EPOCH, from), stay(moved, to)));
  }

  private static Stay stay(Instant since, String zone) {
    return new Stay(since, ZoneId.of(zone));
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  private static Duration duration(String hoursAndMinutes) {
    String[] parts = hoursAndMinutes.split(":", 2);
    return Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]));
  }
}
