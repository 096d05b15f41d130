package ca.edsquebec.trackingbms.web.demo;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.Placements;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.telemetry.Rollups;
import ca.edsquebec.trackingbms.telemetry.Sealing;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the demo's hours and counts its days in another program's place: with connections of its
 * own, beside the portal that writes.
 */
final class DemoSealing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DemoSealing.class);
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final Databases databases;
  private final Sealing sealing;
  private final Rollups rollups;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "demo-sealing"));

  private DemoSealing(Settings settings) {
    Clock clock = Clock.systemUTC();
    databases = Databases.open(settings, Setting.TBMS_JOB_POOL);
    TenantDatabase db = databases.tenantDatabase();
    Audit audit =
        new Audit(databases, new KeyRing(databases.registry(), settings.masterKey(), clock), clock);
    BatteryDirectory batteries =
        new BatteryDirectory(new Fleet(db, (connector, given) -> {}, audit, clock), clock);
    sealing = new Sealing(db, databases.registry(), batteries, clock);
    rollups = new Rollups(db, databases.registry(), batteries, new Placements(db), clock);
  }

  /** Begins in a minute, when the first of the last day is there. */
  static DemoSealing start(Settings settings) {
    DemoSealing demo = new DemoSealing(settings);
    demo.timer.scheduleWithFixedDelay(demo::sealAll, 60, EVERY.toSeconds(), TimeUnit.SECONDS);
    return demo;
  }

  private void sealAll() {
    databases.tenants().list().stream().map(Tenant::id).forEach(this::seal);
  }

  private void seal(TenantId client) {
    try {
      sealing.seal(client).ifPresent(done -> LOG.info("{}: {}", client, done));
      rollups.update(client);
    } catch (RuntimeException e) {
      // The next time may be better; an exception would end the timer.
      LOG.warn("the hours of the demo's client {} could not be sealed", client, e);
    }
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      timer.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    databases.close();
  }
}
