package ca.edsquebec.trackingbms.platform;

/** The caller gave something that can't be used. */
public final class InvalidException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field the name of the field or parameter, as the caller knows it
   * @param message what is wrong with it, with the offending value, and what is allowed
   */
  public InvalidException(String field, String message) {
    super(message);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
