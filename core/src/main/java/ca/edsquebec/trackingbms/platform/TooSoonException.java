package ca.edsquebec.trackingbms.platform;

import java.time.Duration;

/** Somebody asks for something more often than it is done; waiting helps. */
public final class TooSoonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param message what there was too much of
   * @param retryAfter how long to wait, more than nothing
   */
  public TooSoonException(String message, Duration retryAfter) {
    super(message + "; try again in " + minutes(retryAfter) + " min");
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }

  /** The same in whole minutes, at least one. */
  public long minutes() {
    return minutes(retryAfter);
  }

  private static long minutes(Duration wait) {
    return Math.max(1, wait.plusSeconds(59).toMinutes());
  }
}
