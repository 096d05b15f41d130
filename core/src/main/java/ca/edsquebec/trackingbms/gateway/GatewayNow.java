package ca.edsquebec.trackingbms.gateway;

import ca.edsquebec.trackingbms.tenant.BatteryScope;
import java.time.Instant;
import java.util.Optional;

/**
 * A gateway as it is now.
 *
 * @param stranger who called itself so, too, with a key that is not the gateway's
 */
public record GatewayNow(Gateway gateway, Gateway.State state, Optional<Stranger> stranger) {

  /**
   * @param keyId the key with which it came last
   * @param at when
   */
  public record Stranger(String keyId, Instant at) {}

  /** The same with those batteries only that somebody may see. */
  GatewayNow seenBy(BatteryScope scope) {
    return scope.all() ? this : new GatewayNow(gateway.seenBy(scope), state, stranger);
  }

  public boolean isSilent() {
    return state == Gateway.State.SILENT;
  }
}
