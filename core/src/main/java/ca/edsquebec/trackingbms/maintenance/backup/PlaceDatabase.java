package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import ca.edsquebec.trackingbms.tenant.Tenant;

/**
 * The database of a place.
 *
 * @param title what people call whose it is
 */
record PlaceDatabase(Databases databases, Place place, String name, String title) {

  /**
   * @throws ca.edsquebec.trackingbms.platform.NotFoundException when there is no such client
   */
  static PlaceDatabase of(Databases databases, Place place) {
    if (place.tenant().isEmpty()) {
      return new PlaceDatabase(databases, place, databases.registry().name(), "TrackingBMS");
    }
    Tenant tenant = databases.tenants().get(place.tenant().get());
    return new PlaceDatabase(databases, place, tenant.database(), tenant.name());
  }

  /** SQL that sees one moment. */
  <T> T snapshot(SqlWork<T> work) {
    return place.tenant().isPresent()
        ? databases.tenantDatabase().sqlSnapshot(place.tenant().get(), work)
        : databases.registry().sqlSnapshot(work);
  }

  String schemaVersion() {
    return place.tenant().isPresent()
        ? databases.migrations().status(databases.tenants().get(place.tenant().get())).version()
        : databases.migrations().registryStatus().version();
  }
}
