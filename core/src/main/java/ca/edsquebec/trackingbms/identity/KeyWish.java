package ca.edsquebec.trackingbms.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key to be made.
 *
 * @param name what people call it; 1 to 120 characters
 * @param scopes at least one
 * @param access which batteries it may send for, and read
 * @param expiresAt from then on it is useless; empty for never
 */
public record KeyWish(
    String name, Set<Scope> scopes, BatteryAccess access, Optional<Instant> expiresAt) {

  public KeyWish {
    scopes = Set.copyOf(scopes);
  }

  /** For all batteries, for ever. */
  public static KeyWish of(String name, Set<Scope> scopes) {
    return new KeyWish(name, scopes, BatteryAccess.ALL, Optional.empty());
  }
}
