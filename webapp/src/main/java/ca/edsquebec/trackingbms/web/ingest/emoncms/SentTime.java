package ca.edsquebec.trackingbms.web.ingest.emoncms;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.ingest.Told;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Times as emoncms takes them: seconds, or a text; of the texts, ISO 8601 with its offset. */
final class SentTime {

  private static final double MICROS = 1_000_000;

  private SentTime() {}

  /**
   * @return epoch microseconds
   * @throws InvalidException when it is no such time
   */
  static long of(String text, long nowMicros) {
    String plain = text.strip();
    if (plain.isEmpty() || plain.equals("now")) {
      return nowMicros;
    }
    if (plain.matches("\\d{1,11}(\\.\\d{1,9})?")) {
      return (long) (Double.parseDouble(plain) * MICROS);
    }
    try {
      return OffsetDateTime.parse(plain).toInstant().toEpochMilli() * 1000;
    } catch (DateTimeException | ArithmeticException malformed) {
      throw new InvalidException(
          "time",
          "time is \"%s\", neither seconds since 1970 nor a time such as 2026-01-31T12:00:00-05:00"
              .formatted(Told.quoted(plain)));
    }
  }
}
