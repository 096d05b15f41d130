package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.fleet.Battery;
import java.util.List;

/**
 * What a sender said of one battery at one time.
 *
 * @param place where it stood in what was sent: a line, an item; as the sender counts them
 * @param timeMicros epoch microseconds
 */
public record PushPoint(long place, Battery battery, long timeMicros, List<Reading> readings) {

  /** Far beyond any clock, and far from overflow: the year 5138. */
  public static final long MAX_MICROS = 100_000_000_000_000_000L;

  public PushPoint {
    readings = List.copyOf(readings);
    if (timeMicros < 0 || timeMicros > MAX_MICROS) {
      throw new IllegalArgumentException("time " + timeMicros + " µs is out of range");
    }
  }
}
