package ca.edsquebec.trackingbms.platform;

/** Another program does now what only one may do at a time. */
public final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message says what the other program is doing
   */
  public BusyException(String message) {
    super(message);
  }
}
