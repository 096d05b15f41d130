package ca.edsquebec.trackingbms.routine.upkeep;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.PlatformAdministrators;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.maintenance.health.BackupFiles;
import ca.edsquebec.trackingbms.maintenance.health.Health;
import ca.edsquebec.trackingbms.maintenance.health.HealthCheck;
import ca.edsquebec.trackingbms.maintenance.health.Surroundings;
import ca.edsquebec.trackingbms.maintenance.tables.ClientSizes;
import ca.edsquebec.trackingbms.notification.Outbox;
import ca.edsquebec.trackingbms.routine.Cadence;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.routine.Workplace;
import ca.edsquebec.trackingbms.telemetry.DiskForecast;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import com.google.auto.service.AutoService;
import java.time.Duration;

/** Every few minutes: what fails is to be known before somebody calls. */
@AutoService(Routine.class)
public final class HealthRoutine implements Routine {

  private static final Duration SIZES_AGE = Duration.ofHours(23);

  @Override
  public String name() {
    return "health-check";
  }

  @Override
  public String purpose() {
    return "Checks the installation and tells its administrators of an incident and of its end.";
  }

  @Override
  public Cadence cadence() {
    return Cadence.everyMinutes(5);
  }

  @Override
  public Work begin(Workplace place) {
    HealthCheck check =
        new HealthCheck(
            new Surroundings(
                place.settings(),
                place.databases(),
                new BackupFiles(place.settings(), place.databases()),
                place.clock()),
            new PlatformAdministrators(place.databases().registry(), place.audit()),
            new Outbox(place.box(), place.clock()));
    ClientSizes sizes = sizes(place);
    return new Work() {
      @Override
      public String whole() {
        Health health = check.run();
        return health.bad() == 0 ? "" : health.bad() + " things need attention";
      }

      /** Once a day: it reads more than a check may. */
      @Override
      public String client(TenantId client) {
        return sizes.measureUnlessYounger(client, SIZES_AGE) ? "measured" : "";
      }
    };
  }

  private static ClientSizes sizes(Workplace place) {
    Databases databases = place.databases();
    Fleet fleet =
        new Fleet(
            databases.tenantDatabase(), InstalledConnectors::check, place.audit(), place.clock());
    DiskForecast forecast =
        new DiskForecast(
            databases.tenantDatabase(),
            databases.retentionPeriods(),
            new BatteryDirectory(fleet, place.clock()),
            place.clock());
    return new ClientSizes(databases.registry(), forecast, place.clock());
  }
}
