package ca.edsquebec.trackingbms.web.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.telemetry.Level;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The parameters of a question about the past, understood.
 *
 * @param resolution empty for the finest one that fits
 * @param maxPoints empty when not said
 */
record HistoryQuery(
    TimeRange range, List<Metric> metrics, Optional<Level> resolution, OptionalInt maxPoints) {

  private static final String AUTO = "auto";

  private static final Duration DEFAULT_LENGTH = Duration.ofHours(24);

  /** What must fit when nothing is said; about the pixels of a chart. */
  private static final int DEFAULT_POINTS = 1_000;

  /** The first and the last. */
  private static final int MIN_POINTS = 2;

  /** More than a screen has columns of pixels. */
  static final int MAX_POINTS = 5_000;

  /** The level to be read. */
  Level level(Battery battery) {
    return resolution.orElseGet(() -> Level.finest(battery, range, metrics.size(), points()));
  }

  /** Whether every sample is asked for, however many they are. */
  boolean isUnlimited() {
    return resolution.isPresent() && maxPoints.isEmpty();
  }

  int points() {
    return maxPoints.orElse(DEFAULT_POINTS);
  }

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
   * @param text null when not said
   */
  static OptionalInt maxPoints(String text) {
    if (text == null) {
      return OptionalInt.empty();
    }
    int points = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    if (points < MIN_POINTS || points > MAX_POINTS) {
      throw new InvalidException(
          "maxPoints",
          "maxPoints is \"%s\"; allowed: %d to %d".formatted(text, MIN_POINTS, MAX_POINTS));
    }
    return OptionalInt.of(points);
  }

  /** Empty for {@code auto}. */
  static Optional<Level> resolution(String text) {
    if (text.equals(AUTO)) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(Level.values())
            .filter(level -> nameOf(level).equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidException(
                        "resolution",
                        Arrays.stream(Level.values())
                            .map(HistoryQuery::nameOf)
                            .collect(
                                Collectors.joining(
                                    ", ",
                                    "resolution is \"%s\"; allowed: %s, ".formatted(text, AUTO),
                                    "")))));
  }

  /** As in questions and answers. */
  static String nameOf(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
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
