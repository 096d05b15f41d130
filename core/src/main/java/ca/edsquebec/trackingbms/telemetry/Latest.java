package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Sample;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The newest sample of a battery.
 *
 * @param receivedAt when it reached us, to the millisecond
 */
public record Latest(Sample sample, Instant receivedAt) {

  private static final Duration SET_BACK = Duration.ofMinutes(5);

  /**
   * The newest time that can be true: nothing becomes latest that is more than two minutes ahead of
   * our clock, so what is beyond this was dated before that clock was set back. It is no longer
   * newer than what comes now.
   *
   * @return epoch milliseconds
   */
  public static long newestPossible(Clock clock) {
    return clock.millis() + SET_BACK.toMillis();
  }
}
