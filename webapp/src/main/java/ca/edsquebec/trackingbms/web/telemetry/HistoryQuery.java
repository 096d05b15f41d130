package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The parameters of a question about the past, understood. */
final class HistoryQuery {

  private static final Duration DEFAULT_LENGTH = Duration.ofHours(24);

  /** The first and the last. */
  private static final int MIN_POINTS = 2;

  /** More than a screen has columns of pixels. */
  private static final int MAX_POINTS = 5_000;

  private HistoryQuery() {}

  /**
   * The range asked for; the last 24 hours when nothing is said.
   *
   * @param from epoch milliseconds or ISO 8601 with offset; null for 24 h before the end
   * @param to likewise; null for now
   */
  static TimeRange range(String from, String to, Clock clock) {
    long end = to == null ? clock.millis() + 1 : time("to", to);
    long start = from == null ? end - DEFAULT_LENGTH.toMillis() : time("from", from);
    if (end < start) {
      throw new InvalidException("to", "to is before from: exchange them");
    }
    return new TimeRange(start, end);
  }

  static List<Metric> metrics(String names) {
    return Arrays.stream(names.split(",", -1))
        .map(String::strip)
        .distinct()
        .map(HistoryQuery::metric)
        .toList();
  }

  /**
   * @param text null for as many as there are
   * @param all how many that is at most
   */
  static int maxPoints(String text, int all) {
    if (text == null) {
      return all;
    }
    int points = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    if (points < MIN_POINTS || points > MAX_POINTS) {
      throw new InvalidException(
          "maxPoints",
          "maxPoints is \"%s\"; allowed: %d to %d".formatted(text, MIN_POINTS, MAX_POINTS));
    }
    return points;
  }

  static void requireRaw(String resolution) {
    if (!Set.of("auto", "raw").contains(resolution)) {
      throw new InvalidException(
          "resolution", "resolution \"" + resolution + "\" is not kept; ask for raw or auto");
    }
  }

  static String local(long millis, ZoneId zone) {
    return Instant.ofEpochMilli(millis).atZone(zone).toOffsetDateTime().toString();
  }

  private static Metric metric(String name) {
    return Metric.named(name)
        .orElseThrow(() -> new InvalidException("metrics", "no metric \"" + name + "\""));
  }

  private static long time(String field, String text) {
    if (text.matches("\\d{1,15}")) {
      return Long.parseLong(text);
    }
    try {
      // A + of the offset arrives as a space when the sender did not escape it.
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException malformed) {
      throw new InvalidException(
          field,
          "%s is \"%s\"; give epoch milliseconds or a time such as 2026-01-31T12:00:00-05:00"
              .formatted(field, text));
    }
  }
}
