package ca.edsquebec.trackingbms.platform;

import java.time.Duration;
import java.util.Optional;

/** A client has as much of something as it may. */
public final class QuotaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String of;
  private final long limit;
  private final transient Optional<Duration> retryAfter;

  /**
   * @param of what there is enough of: {@code batteries}, {@code users}, {@code samplesADay}
   */
  public QuotaException(String of, long limit, String message) {
    super(message);
    this.of = of;
    this.limit = limit;
    this.retryAfter = Optional.empty();
  }

  /** One that is over by itself after a while. */
  public QuotaException(String of, long limit, String message, Duration retryAfter) {
    super(message);
    this.of = of;
    this.limit = limit;
    this.retryAfter = Optional.of(retryAfter);
  }

  public String of() {
    return of;
  }

  public long limit() {
    return limit;
  }

  /** Empty when waiting does not help. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
