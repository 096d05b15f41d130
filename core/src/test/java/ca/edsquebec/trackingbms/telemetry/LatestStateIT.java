package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.Telemetry.NOW;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.measured;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.soc;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Derived;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestStateIT {

  private static TestInstallation installation;
  private static int clients;

  private TenantId client;
  private Viewer viewer;
  private Telemetry telemetry;

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
    telemetry = new Telemetry(installation.databases());
  }

  @AfterEach
  void close() {
    telemetry.close();
  }

  @Test
  void isTheNewestSampleWhateverTheOrderOfArrival() {
    store(1, soc(NOW - 5, 1), soc(NOW - 3, 2), soc(NOW - 4, 3));
    store(1, soc(NOW - 9, 4));
    assertThat(telemetry.latest.latest(viewer, 1))
        .contains(new Latest(soc(NOW - 3, 2), Instant.ofEpochMilli(NOW)));
    assertThat(telemetry.heard).containsExactly(client + "/1@-3");
  }

  @Test
  void survivesARestart() {
    Sample sample = new RandomSamples(3).at(NOW - 10).toBuilder().extra("volume", 1.25).build();
    store(1, sample);
    restart();
    assertThat(telemetry.latest.latest(viewer, 1))
        .contains(new Latest(Derived.complete(sample), Instant.ofEpochMilli(NOW)));
  }

  @Test
  void movesOnlyForwardAfterARestart() {
    store(1, soc(NOW - 10, 1));
    restart();
    store(1, soc(NOW - 20, 2));
    store(1, soc(NOW - 10, 3));
    assertThat(telemetry.heard).isEmpty();
    assertThat(latest(1)).isEqualTo(soc(NOW - 10, 1));
    store(1, soc(NOW - 5, 4));
    restart();
    assertThat(latest(1)).isEqualTo(soc(NOW - 5, 4));
  }

  @Test
  void theTableKeepsTheNewerOfTwoPrograms() {
    try (Telemetry other = new Telemetry(installation.databases())) {
      other.latest.load(client);
      store(1, soc(NOW - 1, 1));
      telemetry.latest.flush();
      other.latest.offer(client, 1, soc(NOW - 2, 2));
      other.latest.flush();
    }
    assertThat(saved()).containsExactly((NOW - 1) + " 100");
    telemetry.latest.offer(client, 1, soc(NOW, 3));
    telemetry.latest.flush();
    assertThat(saved()).containsExactly(NOW + " 300");
  }

  @Test
  void findsWhatACrashKeptFromBeingSaved() {
    store(1, soc(NOW - 10, 1));
    telemetry.latest.flush();
    store(1, soc(NOW - 4, 2));
    store(2, soc(NOW - 3, 3), soc(NOW + Duration.ofHours(1).toMillis(), 4));
    // What dies neither flushes nor closes.
    try (Telemetry next = new Telemetry(installation.databases())) {
      assertThat(next.latest.latest(viewer, 1).orElseThrow().sample()).isEqualTo(soc(NOW - 4, 2));
      assertThat(next.latest.latest(viewer, 2).orElseThrow().sample()).isEqualTo(soc(NOW - 3, 3));
    }
  }

  @Test
  void findsWhatWasSealedBeforeItWasSaved() {
    store(1, soc(NOW - 10, 1));
    telemetry.latest.flush();
    store(1, soc(NOW - 4, 2), soc(NOW + Duration.ofMinutes(30).toMillis(), 3));
    store(2, soc(NOW - 3, 7));
    telemetry.sealing(NOW + Duration.ofHours(2).toMillis()).seal(client);
    try (Telemetry next = new Telemetry(installation.databases())) {
      assertThat(next.latest.latest(viewer, 1).orElseThrow().sample()).isEqualTo(soc(NOW - 4, 2));
      assertThat(next.latest.latest(viewer, 2).orElseThrow().sample()).isEqualTo(soc(NOW - 3, 7));
    }
  }

  @Test
  void neverBecomesASampleWhoseClockIsAhead() {
    store(1, soc(NOW - 1, 1), soc(NOW + Duration.ofMinutes(3).toMillis(), 2));
    assertThat(latest(1)).isEqualTo(soc(NOW - 1, 1));
    restart();
    assertThat(latest(1)).isEqualTo(soc(NOW - 1, 1));
  }

  @Test
  void isNotMovedByBackfill() {
    telemetry.ingest.backfill(client, List.of(measured(1, soc(NOW, 1))));
    assertThat(telemetry.latest.latest(viewer, 1)).isEmpty();
  }

  @Test
  void showsAViewerItsOwnBatteriesOnly() {
    store(1, soc(NOW, 1));
    store(2, soc(NOW, 2));
    Viewer some = new Viewer(client, "user:1", BatteryScope.only(Set.of(2L, 3L)));
    assertThat(telemetry.latest.all(viewer)).containsOnlyKeys(1L, 2L);
    assertThat(telemetry.latest.all(some)).containsOnlyKeys(2L);
    assertThat(telemetry.latest.latest(some, 1)).isEmpty();
    assertThat(telemetry.latest.latest(some, 2)).isPresent();
    assertThat(telemetry.latest.all(Viewer.system(installation.tenant("boreal")))).isEmpty();
  }

  @Test
  void tellsListenersInTheirOrderEvenWhenOneFails() {
    List<String> heard = new ArrayList<>();
    List<SampleListener> listeners =
        List.of(
            (tenant, battery, sample) -> heard.add("first"),
            (tenant, battery, sample) -> {
              throw new IllegalStateException("a listener that always fails");
            },
            (tenant, battery, sample) -> heard.add("last"));
    try (LatestState latest = new LatestState(telemetry.db, listeners, Clock.systemUTC())) {
      latest.offer(client, 1, soc(NOW - 1, 1));
      latest.offer(client, 1, soc(NOW, 1));
      latest.offer(client, 1, soc(NOW, 1));
    }
    assertThat(heard).containsExactly("first", "last", "first", "last");
  }

  private void store(long battery, Sample... samples) {
    List<Measured> measured =
        List.of(samples).stream().map(sample -> measured(battery, sample)).toList();
    assertThat(telemetry.ingest.store(client, measured).rejected()).isEmpty();
  }

  private Sample latest(long battery) {
    return telemetry.latest.latest(viewer, battery).orElseThrow().sample();
  }

  private void restart() {
    telemetry.close();
    telemetry = new Telemetry(installation.databases());
  }

  /** Time and SOC in 0.01 %. */
  private List<String> saved() {
    return telemetry.db.sql(
        client,
        (connection, name) -> {
          try (var query = connection.createStatement();
              var rows = query.executeQuery("SELECT ts, soc FROM " + name + ".sample_latest")) {
            List<String> saved = new ArrayList<>();
            while (rows.next()) {
              saved.add(rows.getLong(1) + " " + rows.getInt(2));
            }
            return saved;
          }
        });
  }
}
