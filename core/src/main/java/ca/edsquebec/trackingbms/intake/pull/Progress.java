package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.intake.pull.PullDevice.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a device's state moves on: each method gives the state that follows. */
final class Progress {

  private Progress() {}

  static PullDevice connecting(PullDevice before) {
    return with(before, State.CONNECTING, before.lastContact());
  }

  /** It said something that was understood: all is well again. */
  static PullDevice talking(PullDevice before, Instant now) {
    return new PullDevice(
        before.batteryId(),
        before.address(),
        before.enabled(),
        State.TALKING,
        Optional.of(now),
        before.lastFailure(),
        Optional.empty(),
        "",
        0,
        Optional.empty());
  }

  /** It was left in peace, for no fault of its own. */
  static PullDevice left(PullDevice before) {
    return with(before, State.IDLE, before.lastContact());
  }

  /**
   * @param pause by the number of failures in a row, this one included
   */
  static PullDevice failed(
      PullDevice before, PullFault why, String detail, Instant now, Duration pause) {
    return new PullDevice(
        before.batteryId(),
        before.address(),
        before.enabled(),
        State.WAITING,
        before.lastContact(),
        Optional.of(now),
        Optional.of(why),
        detail,
        failures(before),
        Optional.of(now.plus(pause)));
  }

  /** In a row, with one more. */
  static int failures(PullDevice before) {
    return Math.min(before.failures() + 1, 1_000_000);
  }

  private static PullDevice with(PullDevice before, State state, Optional<Instant> contact) {
    return new PullDevice(
        before.batteryId(),
        before.address(),
        before.enabled(),
        state,
        contact,
        before.lastFailure(),
        before.fault(),
        before.detail(),
        before.failures(),
        before.nextTry());
  }
}
