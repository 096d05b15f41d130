package ca.edsquebec.trackingbms.jobs.portal;

import java.io.IOException;

/** The portal will not take it, however often it is sent: someone must change something. */
public final class RefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int TOO_LARGE = 413;

  private final int status;

  RefusedException(int status, String reason) {
    super(reason);
    this.status = status;
  }

  /**
   * What was asked for, refused by whoever asked.
   *
   * @param reason a sentence for people
   */
  public static RefusedException because(String reason) {
    return new RefusedException(200, reason);
  }

  /** Whether it may be taken in smaller requests. */
  public boolean isTooLarge() {
    return status == TOO_LARGE;
  }
}
