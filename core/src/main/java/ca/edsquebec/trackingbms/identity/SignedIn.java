package ca.edsquebec.trackingbms.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * A fresh session, or one that goes on.
 *
 * @param accessToken for {@link Sessions#authenticate}; secret
 * @param refreshToken for {@link Renewal#renew}, good once; secret
 * @param expiresIn how long the access token is good
 * @param deviceSecret for this browser to keep, so that it is known next time; empty when it was
 *     known, and for programs
 */
public record SignedIn(
    String accessToken,
    String refreshToken,
    Duration expiresIn,
    Principal.User principal,
    Optional<String> deviceSecret)
    implements SignInStep {

  @Override
  public String toString() {
    return "SignedIn[" + principal.name() + "]";
  }
}
