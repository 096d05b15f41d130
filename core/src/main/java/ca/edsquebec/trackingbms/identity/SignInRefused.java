package ca.edsquebec.trackingbms.identity;

/** Wrong password or no such account: which of the two is not told, nor by the time it takes. */
public final class SignInRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SignInRefused() {
    super("unknown account or wrong password");
  }
}
