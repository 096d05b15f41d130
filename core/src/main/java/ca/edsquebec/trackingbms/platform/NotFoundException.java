package ca.edsquebec.trackingbms.platform;

/** What the caller asked for does not exist, or not for this caller: the two look the same. */
public final class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what names the missing thing as the caller named it, such as {@code battery "LAV-07"}
   */
  public NotFoundException(String what) {
    super("no " + what);
  }
}
