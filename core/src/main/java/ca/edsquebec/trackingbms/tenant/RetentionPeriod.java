package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * For how long samples are kept as they came: by the calendar, a month or 31 days at least and 100
 * years at most.
 *
 * @param period without a negative part; 14 months are a year and two
 */
public record RetentionPeriod(Period period) {

  private static final int MOST_YEARS = 100;

  /** From which periods are compared: the first of a long month. */
  private static final LocalDate ANY = LocalDate.of(2001, 1, 1);

  /**
   * @throws InvalidException when it is too short or too long
   */
  public RetentionPeriod {
    period = period.normalized();
    if (period.isNegative() || end(period).isBefore(ANY.plusMonths(1))) {
      throw new InvalidException(
          "retention",
          "samples are kept for a month (P1M) or 31 days (P31D) at least, not for " + period);
    }
    if (end(period).isAfter(ANY.plusYears(MOST_YEARS))) {
      throw new InvalidException(
          "retention",
          "samples are kept for %d years at most, not for %s".formatted(MOST_YEARS, period));
    }
  }

  private static LocalDate end(Period period) {
    // Beyond that the calendar itself would end.
    boolean counts = period.toTotalMonths() <= 12L * MOST_YEARS;
    return ANY.plus(counts ? period : Period.ofYears(MOST_YEARS + 1));
  }

  /**
   * @param text as ISO 8601 has it, such as {@code P2Y}, {@code P18M} or {@code P90D}
   * @throws InvalidException when it is no period, too short or too long
   */
  public static RetentionPeriod parse(String text) {
    try {
      return new RetentionPeriod(Period.parse(text));
    } catch (DateTimeParseException | ArithmeticException malformed) {
      throw new InvalidException(
          "retention", "\"%s\" is not a period such as P2Y, P18M or P90D".formatted(text));
    }
  }

  /** What ended by then has been kept for long enough; as the calendar counts in UTC. */
  public Instant cutoff(Instant now) {
    return now.atOffset(ZoneOffset.UTC).minus(period).toInstant();
  }

  /** Until when something is kept. */
  public Instant expiry(Instant since) {
    return since.atOffset(ZoneOffset.UTC).plus(period).toInstant();
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return period.toString();
  }
}
