package ca.edsquebec.trackingbms.identity;

import java.time.Duration;

/** Too many sign-ins failed; even the right password is not looked at until later. */
public final class SignInThrottled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  SignInThrottled(Duration retryAfter) {
    super("too many failed sign-ins; try again in " + retryAfter.toSeconds() + " s");
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
