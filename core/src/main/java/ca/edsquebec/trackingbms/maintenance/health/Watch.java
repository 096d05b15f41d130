package ca.edsquebec.trackingbms.maintenance.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered about one thing from check to check; a function from what was and what is
 * found to what is. An incident begins when it was bad {@value #IN_A_ROW} times in a row, and ends
 * when it was good as often: something that swings gives one mail, not one an hour. What is unknown
 * counts for neither.
 *
 * @param since status and cause have been the same
 * @param countedAt when it was last counted; what is seen soon after that counts no more, since two
 *     programs that look at once have seen one thing
 * @param bad how often in a row
 * @param good how often in a row
 * @param incident since when, while there is one
 */
record Watch(
    Finding finding,
    Instant checkedAt,
    Instant since,
    Instant countedAt,
    int bad,
    int good,
    Optional<Instant> incident) {

  static final int IN_A_ROW = 2;
  static final Duration COUNTED_APART = Duration.ofMinutes(1);

  /** What somebody is to be told. */
  enum Event {
    NONE,
    OPENED,
    CLOSED
  }

  /** What comes next. */
  record Step(Watch watch, Event event) {}

  static Step next(Optional<Watch> before, Finding found, Instant now) {
    Watch old = before.orElse(new Watch(found, now, now, Instant.EPOCH, 0, 0, Optional.empty()));
    Watch seen = old.seen(found, now);
    // Either way: a clock that was put back must not hold everything up until it is there again.
    boolean atOnce = Duration.between(old.countedAt, now).abs().compareTo(COUNTED_APART) < 0;
    return found.status() == Status.UNKNOWN || atOnce
        ? new Step(seen, Event.NONE)
        : seen.counted(found.status().isBad(), now);
  }

  private Watch seen(Finding found, Instant now) {
    boolean same = found.status() == finding.status() && found.cause().equals(finding.cause());
    return new Watch(found, now, same ? since : now, countedAt, bad, good, incident);
  }

  private Step counted(boolean isBad, Instant now) {
    int nowBad = isBad ? Math.min(bad + 1, IN_A_ROW) : 0;
    int nowGood = isBad ? 0 : Math.min(good + 1, IN_A_ROW);
    boolean opens = incident.isEmpty() && nowBad == IN_A_ROW;
    boolean closes = incident.isPresent() && nowGood == IN_A_ROW;
    Optional<Instant> still = opens ? Optional.of(now) : closes ? Optional.empty() : incident;
    return new Step(
        new Watch(finding, checkedAt, since, now, nowBad, nowGood, still),
        opens ? Event.OPENED : closes ? Event.CLOSED : Event.NONE);
  }
}
