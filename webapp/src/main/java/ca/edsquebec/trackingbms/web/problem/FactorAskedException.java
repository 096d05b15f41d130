package ca.edsquebec.trackingbms.web.problem;

/** The password was right; the second factor is to come, with this challenge. */
public final class FactorAskedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String challenge;

  public FactorAskedException(String challenge) {
    super("send the code of the authenticator with the challenge to /api/v1/auth/otp");
    this.challenge = challenge;
  }

  String challenge() {
    return challenge;
  }
}
