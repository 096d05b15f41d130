package ca.edsquebec.trackingbms.web.bootstrap;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.maintenance.health.HealthCheck;
import ca.edsquebec.trackingbms.maintenance.tables.ClientSizes;
import ca.edsquebec.trackingbms.routine.Runs;
import ca.edsquebec.trackingbms.telemetry.DiskForecast;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.web.system.SystemStatus;
import java.time.Clock;

/** What is said of the installation as a whole, put together. */
final class SystemFaces {

  private SystemFaces() {}

  static SystemStatus of(
      Databases databases, BatteryDirectory directory, HealthCheck health, Clock clock) {
    DiskForecast forecast =
        new DiskForecast(
            databases.tenantDatabase(), databases.retentionPeriods(), directory, clock);
    return new SystemStatus(
        health,
        new Runs(databases.registry(), clock),
        databases.tenants(),
        new ClientSizes(databases.registry(), forecast, clock));
  }
}
