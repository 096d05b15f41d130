package ca.edsquebec.trackingbms.routine.storage;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.Placements;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.routine.Workplace;
import ca.edsquebec.trackingbms.telemetry.Retention;
import ca.edsquebec.trackingbms.telemetry.Rollups;
import ca.edsquebec.trackingbms.telemetry.Sealing;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;

/** The faces that these routines use. */
record Storage(Sealing sealing, Rollups rollups, Retention retention) {

  static Storage of(Workplace place) {
    Databases databases = place.databases();
    Fleet fleet =
        new Fleet(
            databases.tenantDatabase(), InstalledConnectors::check, place.audit(), place.clock());
    BatteryDirectory batteries = new BatteryDirectory(fleet, place.clock());
    Sealing sealing =
        new Sealing(databases.tenantDatabase(), databases.registry(), batteries, place.clock());
    Rollups rollups =
        new Rollups(
            databases.tenantDatabase(),
            databases.registry(),
            batteries,
            new Placements(databases.tenantDatabase()),
            place.clock());
    Retention retention =
        new Retention(
            databases.tenantDatabase(),
            databases.registry(),
            databases.retentionPeriods(),
            sealing,
            rollups,
            place.clock());
    return new Storage(sealing, rollups, retention);
  }

  /** A client's sealed hours are changed by one program at a time. */
  static BusyException busy(TenantId client) {
    return new BusyException("another program changes the sealed hours of " + client + " now");
  }
}
