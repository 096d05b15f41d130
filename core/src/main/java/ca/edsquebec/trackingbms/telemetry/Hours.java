package ca.edsquebec.trackingbms.telemetry;

import java.time.Duration;

/** UTC hours, by which samples are sealed. */
final class Hours {

  static final long MILLIS = Duration.ofHours(1).toMillis();

  private Hours() {}

  /** When the hour of this instant begins. */
  static long startOf(long millis) {
    return Math.floorDiv(millis, MILLIS) * MILLIS;
  }

  /** When the hour ends that this instant is in, or ends with. */
  static long endOf(long millis) {
    return startOf(millis - 1) + MILLIS;
  }
}
