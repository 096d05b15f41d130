package ca.edsquebec.trackingbms.web.live;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which batteries a subscriber wants, by the ids that it knows.
 *
 * @param uids empty for all
 */
record LiveFilter(BatteryDirectory directory, TenantId tenant, Set<String> uids) {

  /**
   * @param list ids with commas between; null or blank for all
   */
  static LiveFilter of(BatteryDirectory directory, TenantId tenant, String list) {
    Set<String> uids =
        list == null
            ? Set.of()
            : Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(uid -> !uid.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    return new LiveFilter(directory, tenant, uids);
  }

  boolean wants(long batteryId) {
    return uids.isEmpty()
        || directory.byId(tenant, batteryId).map(Battery::uid).filter(uids::contains).isPresent();
  }
}
