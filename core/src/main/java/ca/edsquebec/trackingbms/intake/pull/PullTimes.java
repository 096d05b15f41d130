package ca.edsquebec.trackingbms.intake.pull;

import java.time.Duration;

/**
 * How patient pulling is.
 *
 * @param connect until a connection must stand
 * @param silence without anything understood until a connection is given up
 * @param gather for how long frames are gathered before they are decoded and stored
 * @param firstPause after the first failure; each further one doubles it
 * @param longestPause between two tries
 * @param lease of a device, so long after a crash another program must wait
 * @param round how long one round listens to each device
 */
record PullTimes(
    Duration connect,
    Duration silence,
    Duration gather,
    Duration firstPause,
    Duration longestPause,
    Duration lease,
    Duration round) {

  static final PullTimes USUAL =
      new PullTimes(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofMinutes(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20));

  /**
   * How long to leave a device alone.
   *
   * @param failures in a row, 1 or more
   * @param chance from 0 to 1: devices that fell silent together are not asked together again
   */
  Duration pause(int failures, double chance) {
    long first = firstPause.toMillis();
    int doublings = Math.min(failures - 1, 30);
    long millis = Math.min(longestPause.toMillis(), first << doublings);
    return Duration.ofMillis(Math.round(millis * (0.75 + 0.5 * chance)));
  }

  /** No pause is longer. */
  Duration longest() {
    return longestPause.plus(longestPause.dividedBy(4));
  }
}
