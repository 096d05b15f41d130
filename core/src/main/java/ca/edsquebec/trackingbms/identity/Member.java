package ca.edsquebec.trackingbms.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A person of a client.
 *
 * @param membership what this person may at that client
 * @param since when this person joined that client
 * @param lastSignIn to whichever client; empty when never
 * @param deactivatedAt since when the membership gives nothing; empty while it does
 */
public record Member(
    long id,
    String email,
    String displayName,
    Locale locale,
    Membership membership,
    Instant since,
    Optional<Instant> lastSignIn,
    Optional<Instant> deactivatedAt) {

  public Role role() {
    return membership.role();
  }

  public BatteryAccess access() {
    return membership.access();
  }

  public boolean isActive() {
    return deactivatedAt.isEmpty();
  }
}
