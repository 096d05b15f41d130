package ca.edsquebec.trackingbms.telemetry.rollup;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.rollup.ZoneHistory.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Where the days of a battery begin, by the time zones of the places where it stood.
 *
 * <p>A day begins at the first instant at which the local date, by the zone in force then, is that
 * day or later. So days follow each other without gap or overlap, wherever the battery moves and
 * whatever the clocks do. A day is longer or shorter when clocks or zones change, and of no length
 * when it was left out, as by a battery that goes west across the date line.
 *
 * <p>Immutable. Instants are epoch milliseconds.
 */
public final class LocalDays {

  /**
   * @param since from when on days are counted by this zone, to the millisecond
   */
  public record Stay(Instant since, ZoneId zone) {}

  private final ZoneHistory zones;

  /**
   * @param stays in order of time, one at least; the first one's zone holds for all that was before
   * @throws IllegalArgumentException when they are not in order of time, or there is none
   */
  public LocalDays(List<Stay> stays) {
    this.zones = ZoneHistory.of(stays);
  }

  /** The day that holds this instant; never one of no length. */
  public LocalDate dayOf(long ts) {
    LocalDate day = localDate(ts, zones.at(ts));
    // The local date goes back when a battery goes west, and where clocks go back past midnight.
    while (start(day.plusDays(1)) <= ts) {
      day = day.plusDays(1);
    }
    return day;
  }

  public TimeRange day(LocalDate day) {
    return new TimeRange(start(day), start(day.plusDays(1)));
  }

  /** All days of that month. */
  public TimeRange month(YearMonth month) {
    return new TimeRange(start(month.atDay(1)), start(month.plusMonths(1).atDay(1)));
  }

  /**
   * The zones and when they came into force, in one line; the same for the same stays. For instance
   * {@code America/Toronto;2026-05-01T12:00:00Z America/Vancouver}.
   */
  public String text() {
    return zones.text();
  }

  /**
   * From when on days may differ from those that another calendar counted. It is where a day begins
   * by both; days that end until then are the same.
   *
   * @param otherText what {@link #text()} was
   * @return {@link Long#MAX_VALUE} when none differs; {@link Long#MIN_VALUE} when any may, also
   *     when the text cannot be read, as that of a zone which no longer exists
   */
  public long firstDifference(String otherText) {
    ZoneHistory other;
    try {
      other = ZoneHistory.parse(otherText);
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException unreadable) {
      return Long.MIN_VALUE;
    }
    long difference = zones.firstDifference(other);
    return difference == ZoneHistory.EVER || difference == Long.MAX_VALUE
        ? difference
        : start(dayOf(difference - 1));
  }

  private long start(LocalDate day) {
    List<Span> spans = zones.spans();
    for (int i = 0; i < spans.size() - 1; i++) {
      long start = startIn(spans.get(i), day);
      if (start < spans.get(i + 1).since()) {
        return start;
      }
    }
    return startIn(spans.get(spans.size() - 1), day);
  }

  /** The first instant of this date or a later one, if the span had no end. */
  private static long startIn(Span span, LocalDate day) {
    ZonedDateTime midnight = day.atStartOfDay(span.zone());
    long start = Math.max(span.since(), millis(midnight));
    // Clocks went back past midnight, and the span begins before the second one.
    return localDate(start, span.zone()).isBefore(day)
        ? millis(midnight.withLaterOffsetAtOverlap())
        : start;
  }

  private static LocalDate localDate(long ts, ZoneId zone) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(ts), zone);
  }

  private static long millis(ZonedDateTime time) {
    return time.toInstant().toEpochMilli();
  }
}
