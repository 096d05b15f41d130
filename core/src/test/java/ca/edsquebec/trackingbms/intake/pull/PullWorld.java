package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.SampleMeter;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.fleet.Placements;
import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.OutboundGuard;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.telemetry.Ingest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.telemetry.Quarantine;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A program that can pull, with all that stands below it; impatient, so that tests are short. */
final class PullWorld implements AutoCloseable {

  static final PullTimes QUICK =
      new PullTimes(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofMillis(100),
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          Duration.ofSeconds(4));

  private static final AtomicInteger NUMBER = new AtomicInteger();

  final TestInstallation installation;
  final Databases databases;
  final Fleet fleet;
  final BatteryDirectory directory;
  final PullDevices devices;
  final OutboundGuard guard;
  final Clock clock = Clock.systemUTC();
  final LatestState latest;
  final FrameIntake intake;
  private final Trends trends;
  private final SampleMeter meter;
  private final Ingest ingest;

  PullWorld(TestInstallation installation, boolean allowPrivate) {
    this(installation, installation.databases(), allowPrivate);
  }

  /** As above, on connections of its own to the installation's databases. */
  PullWorld(TestInstallation installation, Databases databases, boolean allowPrivate) {
    this.installation = installation;
    this.databases = databases;
    TenantDatabase db = databases.tenantDatabase();
    guard = new OutboundGuard(allowPrivate);
    fleet = new Fleet(db, InstalledConnectors::check, installation.audit(), clock);
    directory = new BatteryDirectory(fleet, clock);
    devices = new PullDevices(db, guard, installation.audit(), clock);
    latest = new LatestState(db, List.of(), clock);
    trends = new Trends(db, clock);
    meter = new SampleMeter(databases.registry(), databases.tenants(), clock);
    ingest = new Ingest(db, latest, trends, meter, clock);
    intake = new FrameIntake(ingest, latest, new Quarantine(db, clock), clock);
  }

  Battery battery(String client, String connector) {
    return battery(client, connector, Duration.ofSeconds(1));
  }

  Battery battery(String client, String connector, Duration period) {
    return battery(client, connector, Map.of(), period);
  }

  Battery battery(String client, String connector, Map<String, String> settings, Duration period) {
    return fleet.add(
        Actor.SYSTEM,
        installation.tenant(client),
        NewBattery.builder("P-" + NUMBER.incrementAndGet(), "Essai", "Banc", connector)
            .connectorSettings(settings)
            .storagePeriod(period)
            .build());
  }

  /** Asks nobody any more, at any client. */
  void forgetDevices() throws SQLException {
    for (String client : List.of("acme", "boreal")) {
      installation
          .access()
          .execute("DELETE FROM `" + installation.databaseOf(client) + "`.pull_device");
    }
  }

  PullDevice set(String client, Battery battery, String address) {
    return devices.set(
        Actor.SYSTEM, installation.tenant(client), battery, PullAddress.parse(address));
  }

  Pull pull() {
    return new Pull(databases, directory, guard, intake, QUICK, clock);
  }

  PullRound round() {
    return new PullRound(databases, directory, latest, guard, intake, QUICK, clock);
  }

  PullTrial trial() {
    return new PullTrial(databases.registry(), guard, devices, QUICK, clock);
  }

  /** As another program tries it, with the portal's own patience. */
  PullTrial patientTrial() {
    return new PullTrial(databases.registry(), guard, devices, clock);
  }

  PullDevice device(String client, Battery battery) {
    return devices.of(Viewer.system(installation.tenant(client)), battery).orElseThrow();
  }

  List<Sample> stored(String client, Battery battery) {
    TenantId tenant = installation.tenant(client);
    TenantDatabase db = databases.tenantDatabase();
    Instant now = clock.instant();
    return new History(db, new Placements(db))
        .samples(
            Viewer.system(tenant),
            battery.id(),
            new TimeRange(now.minusSeconds(600).toEpochMilli(), now.plusSeconds(60).toEpochMilli()),
            1000);
  }

  /** Rounds, as the portal makes them, until it is so; at most half a minute. */
  static void until(Pull pull, String what, BooleanSupplier so) {
    until(
        what,
        () -> {
          boolean is = so.getAsBoolean();
          if (!is) {
            pull.round();
          }
          return is;
        });
  }

  /** Until it is so by itself; at most half a minute. */
  static void until(String what, BooleanSupplier so) {
    long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("not within 30 s: " + what);
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    ingest.close();
    latest.close();
    trends.close();
    meter.close();
  }
}
