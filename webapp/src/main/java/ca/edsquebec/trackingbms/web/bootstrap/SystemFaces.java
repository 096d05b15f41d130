package ca.edsquebec.trackingbms.web.bootstrap;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.identity.PlatformAdministrators;
import ca.edsquebec.trackingbms.maintenance.health.BackupFiles;
import ca.edsquebec.trackingbms.maintenance.health.HealthCheck;
import ca.edsquebec.trackingbms.maintenance.health.Surroundings;
import ca.edsquebec.trackingbms.maintenance.tables.ClientSizes;
import ca.edsquebec.trackingbms.notification.Outbox;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.routine.Runs;
import ca.edsquebec.trackingbms.telemetry.DiskForecast;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.web.system.SystemStatus;
import java.time.Clock;

/** What is said of the installation as a whole, put together. */
final class SystemFaces {

  private SystemFaces() {}

  static HealthCheck health(
      Settings settings,
      Databases databases,
      PlatformAdministrators told,
      Outbox outbox,
      Clock clock) {
    BackupFiles backups = new BackupFiles(settings, databases);
    return new HealthCheck(new Surroundings(settings, databases, backups, clock), told, outbox);
  }

  static SystemStatus status(
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
