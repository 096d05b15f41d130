package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A link that shows some of a client's batteries to whoever has it, without its secret.
 *
 * @param name what it is for; 1 to 120 characters
 * @param access which batteries it shows
 * @param lastUsedAt some minutes behind; empty when never
 * @param revokedAt empty when it was not
 * @param timesOpened how often the address itself was opened, by a program that looks ahead too
 */
public record ShareLink(
    String id,
    TenantId tenant,
    String name,
    BatteryAccess access,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt,
    long timesOpened) {

  /** Whether it shows anything. */
  public enum State {
    GOOD,
    EXPIRED,
    REVOKED
  }

  public State state(Instant now) {
    if (revokedAt.isPresent()) {
      return State.REVOKED;
    }
    return expiresAt.isAfter(now) ? State.GOOD : State.EXPIRED;
  }
}
