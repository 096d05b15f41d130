package ca.edsquebec.trackingbms.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.SampleMeter;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.telemetry.Ingest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.telemetry.Measured;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverviewIT {

  private static final FleetQuery ALL = FleetQuery.first(50);

  private static TestInstallation installation;
  private static int clients;

  private final SettableClock clock = SettableClock.atPresent();
  private TenantId client;
  private Viewer viewer;
  private Fleet fleet;
  private LatestState latest;
  private Trends trends;
  private SampleMeter meter;
  private Ingest ingest;
  private Overview overview;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @BeforeEach
  void open() {
    client = installation.addTenant("client" + ++clients, "Client");
    viewer = Viewer.system(client);
    TenantDatabase db = installation.databases().tenantDatabase();
    fleet =
        new Fleet(db, (id, settings) -> {}, TestAudit.of(installation.databases(), clock), clock);
    latest = new LatestState(db, List.of(), clock);
    trends = new Trends(db, clock);
    meter =
        new SampleMeter(
            installation.databases().registry(), installation.databases().tenants(), clock);
    ingest = new Ingest(db, latest, trends, meter, clock);
    overview = new Overview(new BatteryDirectory(fleet, clock), latest, clock);
  }

  @AfterEach
  void close() {
    ingest.close();
    latest.close();
    trends.close();
    meter.close();
  }

  @Test
  void showsEachBatteryWithWhatItSaidLast() {
    Battery one = add("A-1", "Chariot", "Laval");
    add("A-2", "Chariot", "Laval");
    store(one, 61);
    assertThat(overview.fleet(viewer, ALL).items())
        .extracting(now -> now.battery().code() + " " + now.condition() + " " + soc(now))
        .containsExactly("A-2 UNKNOWN NaN", "A-1 NORMAL 61.0");
    BatteryNow now = overview.battery(viewer, one.uid());
    assertThat(now).isEqualTo(overview.now(viewer, one));
    assertThat(now.ageMillis()).isZero();
  }

  @Test
  void becomesStaleAsTimeGoesBy() {
    Battery one = add("A-1", "Chariot", "Laval");
    store(one, 61);
    clock.advance(one.staleThreshold().plusMillis(1));
    assertThat(overview.battery(viewer, one.uid()).condition()).isEqualTo(Condition.STALE);
    assertThat(overview.summary(viewer, Optional.empty()).excluded()).isEqualTo(1);
  }

  @Test
  void leavesRetiredOnesOut() {
    Battery one = add("A-1", "Chariot", "Laval");
    assertThat(overview.summary(viewer, Optional.empty()).batteries()).isEqualTo(1);
    fleet.setStatus(Actor.SYSTEM, client, "A-1", BatteryStatus.RETIRED);
    clock.advance(Duration.ofSeconds(10));
    assertThat(overview.fleet(viewer, ALL).total()).isZero();
    assertThat(overview.summary(viewer, Optional.empty()).batteries()).isZero();
    assertThatThrownBy(() -> overview.battery(viewer, one.uid()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void narrowsToAType() {
    store(add("A-1", "Chariot", "Laval"), 20);
    Battery other = add("A-2", "Réseau", "Laval");
    store(other, 80);
    Optional<String> type = Optional.of(other.type().uid());
    assertThat(overview.summary(viewer, type).soc()).isEqualTo(80);
    assertThat(overview.weights(viewer, type)).containsOnlyKeys(other.id());
    assertThat(overview.weights(viewer, Optional.empty())).hasSize(2);
    assertThat(overview.summary(viewer, Optional.of("nothing")).batteries()).isZero();
  }

  @Test
  void showsNothingOutOfScopeOrOfAnotherClient() {
    Battery one = add("A-1", "Chariot", "Laval");
    Battery two = add("A-2", "Réseau", "Laval");
    store(one, 20);
    store(two, 80);
    Viewer some = new Viewer(client, "user:1", BatteryScope.only(Set.of(two.id())));
    FleetPage page = overview.fleet(some, ALL);
    assertThat(page.items()).extracting(now -> now.battery().code()).containsExactly("A-2");
    assertThat(page.total()).isEqualTo(1);
    assertThat(page.facets().types()).extracting(t -> t.type().name()).containsExactly("Réseau");
    assertThat(overview.summary(some, Optional.empty()).soc()).isEqualTo(80);
    assertThat(overview.weights(some, Optional.empty())).containsOnlyKeys(two.id());
    assertThatThrownBy(() -> overview.battery(some, one.uid()))
        .isInstanceOf(NotFoundException.class);
    assertThat(overview.now(some, one).condition()).isEqualTo(Condition.UNKNOWN);

    Viewer boreal = Viewer.system(installation.tenant("boreal"));
    assertThat(overview.fleet(boreal, ALL).total()).isZero();
    assertThatThrownBy(() -> overview.battery(boreal, one.uid()))
        .isInstanceOf(NotFoundException.class);
  }

  private Battery add(String code, String type, String place) {
    return fleet.add(Actor.SYSTEM, client, NewBattery.builder(code, type, place, "foxbms").build());
  }

  private void store(Battery battery, double soc) {
    Sample sample = new Sample.Builder(clock.millis()).put(Metric.SOC, soc).build();
    Measured measured = new Measured(battery.id(), battery.earliestSample().toEpochMilli(), sample);
    assertThat(ingest.store(client, List.of(measured)).accepted()).isEqualTo(1);
  }

  private static double soc(BatteryNow now) {
    return now.value(Metric.SOC);
  }
}
