package ca.edsquebec.trackingbms.identity;

/**
 * A second factor that is not confirmed yet.
 *
 * @param key to be typed into an authenticator, in groups of four; secret
 * @param uri the same as {@code otpauth:}, for a QR code; secret
 */
public record Enrolment(String key, String uri) {

  @Override
  public String toString() {
    return "Enrolment[]";
  }
}
