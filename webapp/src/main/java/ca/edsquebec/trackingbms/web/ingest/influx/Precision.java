package ca.edsquebec.trackingbms.web.ingest.influx;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Map;

/** The unit of timestamps, as the address says it; nanoseconds when it does not. */
enum Precision {
  NANOSECONDS(0),
  MICROSECONDS(1),
  MILLISECONDS(1_000),
  SECONDS(1_000_000),
  MINUTES(60_000_000),
  HOURS(3_600_000_000L);

  /** Version 1 has n, u, ms, s, m, h and version 2 ns, us, ms, s: no word means two things. */
  private static final Map<String, Precision> WORDS =
      Map.of(
          "n", NANOSECONDS,
          "ns", NANOSECONDS,
          "u", MICROSECONDS,
          "us", MICROSECONDS,
          "ms", MILLISECONDS,
          "s", SECONDS,
          "m", MINUTES,
          "h", HOURS);

  private final long micros;

  Precision(long micros) {
    this.micros = micros;
  }

  /**
   * @param word null when the address says none
   * @throws InvalidException when there is no such unit
   */
  static Precision of(String word) {
    if (word == null || word.isEmpty()) {
      return NANOSECONDS;
    }
    Precision found = WORDS.get(word);
    if (found == null) {
      throw new InvalidException(
          "precision", "invalid precision \"%s\" (use n, u, ms, s, m or h)".formatted(word));
    }
    return found;
  }

  /** Epoch microseconds; what is out of any range stays so. */
  long toMicros(long timestamp) {
    if (this == NANOSECONDS) {
      return Math.floorDiv(timestamp, 1000L);
    }
    boolean fits = Math.abs(timestamp) <= Long.MAX_VALUE / micros && timestamp != Long.MIN_VALUE;
    return fits ? timestamp * micros : Long.MAX_VALUE;
  }
}
