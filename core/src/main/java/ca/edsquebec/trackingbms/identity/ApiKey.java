package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key of a device or program, without its secret.
 *
 * @param id the public part of the key
 * @param access which batteries it may send for, and read
 * @param expiresAt from then on it is useless; empty for never
 * @param lastUsedAt some minutes behind; empty when never
 * @param revokedAt empty when it was not
 */
public record ApiKey(
    String id,
    TenantId tenant,
    String name,
    Set<Scope> scopes,
    BatteryAccess access,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt) {

  /** Whether it opens anything. */
  public enum State {
    GOOD,
    EXPIRED,
    REVOKED
  }

  public State state(Instant now) {
    if (revokedAt.isPresent()) {
      return State.REVOKED;
    }
    return expiresAt.filter(end -> !end.isAfter(now)).isPresent() ? State.EXPIRED : State.GOOD;
  }

  /** How the whole key begins, for people who look for it in a device. */
  public String prefix() {
    return "tbms_" + id + "_";
  }
}
