package ca.edsquebec.trackingbms.web.live;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Optional;

/**
 * What a subscriber wants to hear.
 *
 * @param filter of which batteries
 * @param brief without cells, sensors and extras
 * @param fleet with the figures of all batteries together
 * @param type uid of the type to which those figures are narrowed
 */
record LiveWish(LiveFilter filter, boolean brief, boolean fleet, Optional<String> type) {

  /**
   * @param batteries as {@link LiveFilter#of} takes them
   * @param detail {@code list} for brief; anything else, or null, for all
   * @param fleet whether with the figures
   * @param type null or blank for all types
   */
  static LiveWish of(
      BatteryDirectory directory,
      TenantId tenant,
      String batteries,
      String detail,
      boolean fleet,
      String type) {
    return new LiveWish(
        LiveFilter.of(directory, tenant, batteries),
        "list".equals(detail),
        fleet,
        Optional.ofNullable(type).filter(uid -> !uid.isBlank()));
  }
}
