package ca.edsquebec.trackingbms.jobs.forward.send;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to leave the portal alone: longer and longer, and never as long as the others do who
 * lost it at the same moment. For one thread.
 */
public final class Pauses {

  private final Duration first;
  private final Duration longest;
  private final DoubleSupplier chance;
  private int failures;

  /**
   * @param chance gives numbers from 0 to 1
   */
  public Pauses(Duration first, Duration longest, DoubleSupplier chance) {
    this.first = first;
    this.longest = longest;
    this.chance = chance;
  }

  /** After a further failure. */
  Duration next() {
    long millis = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, 20));
    failures++;
    return spread(Duration.ofMillis(millis));
  }

  /** About as long: three quarters to five quarters. */
  Duration spread(Duration about) {
    return Duration.ofMillis(Math.round(about.toMillis() * (0.75 + 0.5 * chance.getAsDouble())));
  }

  /** At least as long, since the portal asked for it. */
  Duration atLeast(Duration asked) {
    failures++;
    return asked.plusMillis(Math.round(first.toMillis() * chance.getAsDouble()));
  }

  void succeeded() {
    failures = 0;
  }
}
