package ca.edsquebec.trackingbms.connector;

/**
 * A frame that can't be what it claims to be: too short, wrong checksum, beyond the battery's size.
 * Expected in the field; counted and quarantined, never an alarm of ours.
 */
public final class FrameException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason what is wrong with it, with the offending value, in English and without secrets
   */
  public FrameException(String reason) {
    // Thrown per bad frame of possibly thousands, and always caught near by: no stack needed.
    super(reason, null, false, false);
  }
}
