package ca.edsquebec.trackingbms.web.problem;

/** Who asks must set up a second factor before anything else. */
public final class FactorMissingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FactorMissingException() {
    super("your client asks for a second factor: turn it on in your account first");
  }
}
