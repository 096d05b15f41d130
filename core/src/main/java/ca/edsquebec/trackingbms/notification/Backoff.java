package ca.edsquebec.trackingbms.notification;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Longer and longer waits, each up to a fifth shorter or longer, so that what failed together is
 * not tried together again.
 *
 * @param first after the first failure
 * @param longest before that variation
 */
record Backoff(Duration first, Duration longest) {

  private static final int MAX_DOUBLINGS = 20;
  private static final double VARIATION = 0.2;

  /**
   * @param failures in a row, from 1
   */
  Duration after(int failures) {
    long doubled = first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
    long millis = Math.min(doubled, longest.toMillis());
    double factor = 1 - VARIATION + ThreadLocalRandom.current().nextDouble(2 * VARIATION);
    return Duration.ofMillis(Math.round(millis * factor));
  }
}
