package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.TimeRange;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** How finely history is read. */
public enum Level {
  /** Samples as stored. */
  RAW,
  /** UTC hours. */
  HOUR,
  /** Days as the battery's place counts them. */
  DAY,
  /** Months as the battery's place counts them. */
  MONTH;

  /**
   * How much later than in UTC, or earlier, a day may begin; and one day for a battery that moves.
   */
  private static final int DAYS_AROUND = 2;

  /**
   * The finest level of which a range has at most so many points; {@link #MONTH} when none has.
   * Samples count as fitting, since {@link History#thinned} keeps their extremes, also when they
   * are more, as long as hours would be fewer than a quarter of the points and the samples few
   * enough to be read.
   *
   * @param metrics how many are to be read
   */
  public static Level finest(Battery battery, TimeRange range, int metrics, int maxPoints) {
    TimeRange asked = History.within(range, battery);
    long samples = asked.length().toMillis() / battery.storagePeriod().toMillis();
    boolean readable = samples * (metrics + 1) <= History.MOST_NUMBERS;
    if (samples <= maxPoints || (readable && 4 * HOUR.most(battery, range) < maxPoints)) {
      return RAW;
    }
    boolean hours = asked.length().compareTo(History.LONGEST) <= 0;
    if (hours && HOUR.most(battery, range) <= maxPoints) {
      return HOUR;
    }
    return DAY.most(battery, range) <= maxPoints ? DAY : MONTH;
  }

  /**
   * As many buckets may overlap a range, and of days and months a few less.
   *
   * @throws IllegalStateException for samples
   */
  public long most(Battery battery, TimeRange range) {
    TimeRange asked = History.within(range, battery);
    if (asked.fromMillis() == asked.toMillis()) {
      return 0;
    }
    LocalDate first = day(asked.fromMillis());
    LocalDate last = day(asked.toMillis() - 1);
    return switch (this) {
      case HOUR ->
          (Hours.endOf(asked.toMillis()) - Hours.startOf(asked.fromMillis())) / Hours.MILLIS;
      case DAY -> ChronoUnit.DAYS.between(first, last) + 1 + DAYS_AROUND;
      case MONTH ->
          ChronoUnit.MONTHS.between(
                  YearMonth.from(first.minusDays(1)), YearMonth.from(last.plusDays(1)))
              + 1;
      case RAW -> throw new IllegalStateException("samples are no buckets");
    };
  }

  private static LocalDate day(long millis) {
    return LocalDate.ofEpochDay(Math.floorDiv(millis, 24 * Hours.MILLIS));
  }
}
