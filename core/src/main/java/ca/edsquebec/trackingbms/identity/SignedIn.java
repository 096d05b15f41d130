package ca.edsquebec.trackingbms.identity;

import java.time.Duration;

/**
 * A fresh session.
 *
 * @param accessToken for {@link Sessions#authenticate}; secret
 * @param expiresIn how long the token is good
 */
public record SignedIn(String accessToken, Duration expiresIn, Principal.User principal) {

  @Override
  public String toString() {
    return "SignedIn[" + principal.name() + "]";
  }
}
