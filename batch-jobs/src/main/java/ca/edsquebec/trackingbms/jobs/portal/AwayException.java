package ca.edsquebec.trackingbms.jobs.portal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The portal can't take it now: send the same again, later. */
public final class AwayException extends IOException {

  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY = 429;

  private final int status;
  private final transient Optional<Duration> retryAfter;

  AwayException(int status, String reason, Optional<Duration> retryAfter) {
    super(reason);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** There was no answer. */
  public AwayException(String reason, Throwable cause) {
    super(reason, cause);
    status = 0;
    retryAfter = Optional.empty();
  }

  /** What the portal asks for; empty when it does not say. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** Whether it is well and only asks for fewer requests: it has forgotten nothing. */
  public boolean isTooOften() {
    return status == TOO_MANY;
  }
}
