package ca.edsquebec.trackingbms.tenant;

import java.util.Set;

/**
 * Which of a tenant's batteries somebody may see.
 *
 * @param all true when every battery, now and later; {@code ids} is then empty
 * @param ids internal ids of the batteries when not all
 */
public record BatteryScope(boolean all, Set<Long> ids) {

  public static final BatteryScope ALL = new BatteryScope(true, Set.of());

  public BatteryScope {
    ids = Set.copyOf(ids);
  }

  public static BatteryScope only(Set<Long> ids) {
    return new BatteryScope(false, ids);
  }

  public boolean includes(long batteryId) {
    return all || ids.contains(batteryId);
  }
}
