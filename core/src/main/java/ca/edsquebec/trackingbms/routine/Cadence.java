package ca.edsquebec.trackingbms.routine;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * When something is due, again and again, by the clock on the wall of a zone. A time that a change
 * of clocks leaves out counts as an hour later; one that comes twice counts once.
 *
 * @param unit what repeats
 * @param day of the week (1 is Monday) or of the month; 0 for the others
 * @param hour 0 for what repeats within a day
 * @param minute of the hour; for {@link Unit#MINUTES} the length of the pause, which divides 60
 */
public record Cadence(Unit unit, int day, int hour, int minute) {

  /** What repeats. */
  public enum Unit {
    MINUTES,
    HOUR,
    DAY,
    WEEK,
    MONTH
  }

  public static Cadence everyMinutes(int pause) {
    if (pause < 1 || 60 % pause != 0) {
      throw new IllegalArgumentException("a pause must divide the hour: " + pause);
    }
    return new Cadence(Unit.MINUTES, 0, 0, pause);
  }

  public static Cadence hourly(int minute) {
    return new Cadence(Unit.HOUR, 0, 0, LocalTime.of(0, minute).getMinute());
  }

  public static Cadence daily(int hour, int minute) {
    return at(Unit.DAY, 0, hour, minute);
  }

  public static Cadence weekly(DayOfWeek day, int hour, int minute) {
    return at(Unit.WEEK, day.getValue(), hour, minute);
  }

  /**
   * @param day 1 to 28, which every month has
   */
  public static Cadence monthly(int day, int hour, int minute) {
    if (day < 1 || day > 28) {
      throw new IllegalArgumentException("not a day of every month: " + day);
    }
    return at(Unit.MONTH, day, hour, minute);
  }

  private static Cadence at(Unit unit, int day, int hour, int minute) {
    LocalTime time = LocalTime.of(hour, minute);
    return new Cadence(unit, day, time.getHour(), time.getMinute());
  }

  /** The newest time that was due by then. */
  public Instant dueBy(Instant moment, ZoneId zone) {
    ZonedDateTime now = moment.atZone(zone);
    return switch (unit) {
      case MINUTES -> {
        ZonedDateTime start = now.truncatedTo(ChronoUnit.MINUTES);
        yield start.minusMinutes(start.getMinute() % minute).toInstant();
      }
      case HOUR -> {
        ZonedDateTime due = now.truncatedTo(ChronoUnit.HOURS).plusMinutes(minute);
        yield (due.isAfter(now) ? due.minusHours(1) : due).toInstant();
      }
      default -> {
        LocalDate today = now.toLocalDate();
        Instant due = on(dayOf(today), zone);
        yield due.isAfter(moment) ? on(dayOf(before(today)), zone) : due;
      }
    };
  }

  /** The first time that is due after that moment. */
  public Instant dueAfter(Instant moment, ZoneId zone) {
    Instant due = dueBy(moment, zone);
    Instant later = moment;
    while (!due.isAfter(moment)) {
      later = later.plus(step());
      due = dueBy(later, zone);
    }
    return due;
  }

  /** Short enough that no time is skipped. */
  private Duration step() {
    return switch (unit) {
      case MINUTES -> Duration.ofMinutes(minute);
      case HOUR -> Duration.ofHours(1);
      default -> Duration.ofHours(23);
    };
  }

  private LocalDate dayOf(LocalDate day) {
    return switch (unit) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(this.day)));
      case MONTH -> day.withDayOfMonth(this.day);
      default -> day;
    };
  }

  private LocalDate before(LocalDate today) {
    return switch (unit) {
      case WEEK -> today.minusWeeks(1);
      case MONTH -> today.minusMonths(1);
      default -> today.minusDays(1);
    };
  }

  private Instant on(LocalDate date, ZoneId zone) {
    return date.atTime(hour, minute).atZone(zone).toInstant();
  }

  /** As people read it. */
  @Override
  public String toString() {
    String time = "at %02d:%02d".formatted(hour, minute);
    return switch (unit) {
      case MINUTES -> "every %d min".formatted(minute);
      case HOUR -> "hourly at :%02d".formatted(minute);
      case DAY -> "daily " + time;
      case WEEK ->
          "weekly, %s %s"
              .formatted(DayOfWeek.of(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH), time);
      case MONTH -> "monthly, day %d %s".formatted(day, time);
    };
  }
}
