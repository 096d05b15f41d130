package ca.edsquebec.trackingbms.measure;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of time, start included, end excluded.
 *
 * @param fromMillis first instant, epoch milliseconds
 * @param toMillis first instant after it, epoch milliseconds; not before {@code fromMillis}
 */
public record TimeRange(long fromMillis, long toMillis) {

  public TimeRange {
    if (toMillis < fromMillis) {
      throw new IllegalArgumentException(
          "range ends at %s before it starts at %s"
              .formatted(Instant.ofEpochMilli(toMillis), Instant.ofEpochMilli(fromMillis)));
    }
  }

  public static TimeRange between(Instant from, Instant to) {
    return new TimeRange(from.toEpochMilli(), to.toEpochMilli());
  }

  public Duration length() {
    return Duration.ofMillis(toMillis - fromMillis);
  }

  public boolean contains(long millis) {
    return millis >= fromMillis && millis < toMillis;
  }
}
