package ca.edsquebec.trackingbms.jobs.simulate.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The portal can't take it now: send the same again, later. */
final class AwayException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> retryAfter;

  AwayException(String reason, Optional<Duration> retryAfter, Throwable cause) {
    super(reason, cause);
    this.retryAfter = retryAfter;
  }

  /** What the portal asks for; empty when it does not say. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
