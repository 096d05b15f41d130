package ca.edsquebec.trackingbms.secret;

/**
 * Something can't be decrypted: damaged, moved from another place, or by a key that is not here.
 */
public final class SecretException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SecretException(String message) {
    super(message);
  }

  SecretException(String message, Throwable cause) {
    super(message, cause);
  }
}
