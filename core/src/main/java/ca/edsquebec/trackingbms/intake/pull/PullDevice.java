package ca.edsquebec.trackingbms.intake.pull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A battery that the portal asks, and how that goes.
 *
 * @param batteryId internal
 * @param enabled false: the address is kept, and nobody is asked
 * @param state what is going on now, or was when the program that asked ended
 * @param lastContact when it last said something that was understood, to the minute
 * @param lastFailure when it last failed
 * @param fault why it failed last; empty since it answers again
 * @param detail what the device or its connector said then, in English; may be empty
 * @param failures in a row
 * @param nextTry not before; empty when nothing is waited for
 */
public record PullDevice(
    long batteryId,
    PullAddress address,
    boolean enabled,
    State state,
    Optional<Instant> lastContact,
    Optional<Instant> lastFailure,
    Optional<PullFault> fault,
    String detail,
    int failures,
    Optional<Instant> nextTry) {

  /** Where a device stands. */
  public enum State {
    IDLE,
    CONNECTING,
    TALKING,
    /** Left alone for a while after a failure. */
    WAITING;

    /** As programs have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whether it may be asked at that time. A try that is further ahead than any pause is long was
   * set before the clock was put back, and is not waited for.
   */
  boolean isDue(Instant now, PullTimes times) {
    Instant last = now.plus(times.longest());
    return enabled && nextTry.map(at -> !at.isAfter(now) || at.isAfter(last)).orElse(true);
  }
}
