package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.jobs.portal.RefusedException;
import ca.edsquebec.trackingbms.jobs.simulate.feed.Progress;
import ca.edsquebec.trackingbms.jobs.simulate.feed.SimulatedBattery;
import ca.edsquebec.trackingbms.jobs.simulate.feed.Simulation;
import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Fault;
import ca.edsquebec.trackingbms.jobs.simulate.model.Kind;
import ca.edsquebec.trackingbms.jobs.simulate.workload.Bms1;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The simulator against the portal: what it sends is stored, live, and its own client's only. */
@ExtendWith(PortalExtension.class)
class SimulateIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TWO_HOURS = Duration.ofHours(2);
  private static final int CELLS = 24;

  private final Portal portal;
  private final Http http;
  private final TestBattery battery;
  private final TestBattery namesake;
  private final BlockingQueue<Long> totals = new LinkedBlockingQueue<>();

  SimulateIT(Portal portal) {
    this.portal = portal;
    http = portal.http();
    Map<String, TestBattery> pair = portal.pair();
    battery = pair.get("acme");
    namesake = pair.get("boreal");
  }

  private Simulation simulation(String key, Duration history, Fault... faults) {
    Progress progress =
        new Progress() {
          @Override
          public void history(long done, long total) {
            totals.add(total);
          }
        };
    return simulation(key, history, progress, faults);
  }

  private Simulation simulation(String key, Duration history, Progress progress, Fault... faults) {
    BatteryModel model =
        new BatteryModel(
            battery.code(), Kind.FORKLIFT, CELLS, 420, ZoneOffset.UTC, List.of(faults));
    return new Simulation(
        http.base(),
        key,
        List.of(new SimulatedBattery(battery.code(), model)),
        history,
        progress,
        Clock.systemUTC());
  }

  private JsonNode stored(TestBattery of, String key) {
    return http.get(of.path("/history?metrics=soc,packVoltage"), key).json();
  }

  private JsonNode latest() {
    return http.get(battery.path("/latest"), portal.acme().readKey()).json();
  }

  @Test
  void fillsTheLastHoursOnceAMinuteAndIsLiveWithItsWarning() throws Exception {
    try (LiveSocket socket =
            LiveSocket.open(http, "?batteries=" + battery.id(), portal.acme().readKey());
        Simulation simulation =
            simulation(portal.acme().key(), TWO_HOURS, Fault.always(Fault.What.WEAK_CELL))) {
      socket.next();
      simulation.start();
      JsonNode shown = socket.next().at("/batteries/0");
      assertThat(System.currentTimeMillis() - shown.get("ts").asLong()).isLessThan(5000);

      assertThat(simulation.awaitHistory(PATIENCE)).isTrue();
      JsonNode history = stored(battery, portal.acme().readKey());
      assertThat(history.get("t").size()).isBetween(119, 130);
      assertEachMinuteIsThere(history.get("t"));
      assertThat(history.at("/metrics/packVoltage/value")).allMatch(v -> v.asDouble() > 70);

      JsonNode latest = latest();
      assertThat(latest.get("freshness").asText()).isEqualTo("live");
      assertThat(latest.get("cellVoltages")).hasSize(CELLS);
      assertThat(latest.at("/alarms/0/code").asText()).isEqualTo("cell-undervoltage");
      assertThat(latest.at("/alarms/0/level").asText()).isEqualTo("warning");
      assertThat(latest.get("alarms")).hasSize(1);
    }
  }

  private static void assertEachMinuteIsThere(JsonNode times) {
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i).asLong() - times.get(i - 1).asLong()).isLessThanOrEqualTo(60_000);
    }
    long last = times.get(times.size() - 1).asLong();
    assertThat(System.currentTimeMillis() - last).isLessThan(70_000);
  }

  @Test
  void secondStartSendsOnlyWhatIsMissing() throws Exception {
    try (Simulation simulation = simulation(portal.acme().key(), TWO_HOURS)) {
      simulation.start();
      assertThat(simulation.awaitHistory(PATIENCE)).isTrue();
    }
    assertThat(totals.take()).isGreaterThanOrEqualTo(119);
    totals.clear();
    try (Simulation simulation = simulation(portal.acme().key(), TWO_HOURS)) {
      simulation.start();
      assertThat(simulation.awaitHistory(PATIENCE)).isTrue();
    }
    assertThat(totals.take()).isLessThanOrEqualTo(2);
  }

  @Test
  void newestHourIsStoredFirst() throws Exception {
    BlockingQueue<Long> oldest = new LinkedBlockingQueue<>();
    Progress progress =
        new Progress() {
          @Override
          public void history(long done, long total) {
            if (done > 0 && done < total) {
              oldest.add(stored(battery, portal.acme().readKey()).at("/t/0").asLong());
            }
          }
        };
    try (Simulation simulation = simulation(portal.acme().key(), Duration.ofDays(1), progress)) {
      simulation.start();
      assertThat(simulation.awaitHistory(PATIENCE)).isTrue();
    }
    assertThat(List.copyOf(oldest))
        .hasSizeGreaterThan(20)
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void batteryThatFellSilentEndsThereAndIsStale() throws Exception {
    Instant since = Instant.now().minus(Duration.ofMinutes(40));
    try (Simulation simulation =
        simulation(portal.acme().key(), TWO_HOURS, Fault.since(Fault.What.SILENT, since))) {
      simulation.start();
      assertThat(simulation.awaitHistory(PATIENCE)).isTrue();
    }
    JsonNode latest = latest();
    assertThat(latest.get("freshness").asText()).isEqualTo("stale");
    assertThat(latest.get("ts").asLong())
        .isBetween(since.toEpochMilli() - 61_000, since.toEpochMilli() + 1000);
    assertThat(stored(battery, portal.acme().readKey()).get("t").size()).isBetween(78, 81);
  }

  @Test
  void otherClientsBatteryOfTheSameCodeStaysUnheard() throws Exception {
    try (Simulation simulation = simulation(portal.acme().key(), Duration.ofMinutes(10))) {
      simulation.start();
      assertThat(simulation.awaitHistory(PATIENCE)).isTrue();
    }
    assertThat(stored(namesake, portal.boreal().readKey()).get("t")).isEmpty();
    assertThat(
            http.get(namesake.path("/latest"), portal.boreal().readKey()).json().get("freshness"))
        .hasToString("\"never\"");
  }

  @Test
  void keyThatMayNotReadFillsTheHistoryAllTheSame() throws Exception {
    try (Simulation simulation = simulation(portal.acme().ingestKey(), Duration.ofMinutes(10))) {
      simulation.start();
      assertThat(simulation.awaitHistory(PATIENCE)).isTrue();
    }
    assertThat(stored(battery, portal.acme().readKey()).get("t").size()).isBetween(9, 16);
  }

  @Test
  void keyThatMayNotSendEndsIt() {
    assertThatThrownBy(() -> end(simulation(portal.acme().readKey(), Duration.ZERO)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("scope ingest");
  }

  @Test
  void keyOfNobodyEndsIt() {
    String key = "tbms_" + "a".repeat(12) + "_" + "B".repeat(43);
    assertThatThrownBy(() -> end(simulation(key, Duration.ZERO)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("API key");
  }

  @Test
  void batteryThatThePortalDoesNotHaveIsNamed() {
    SimulatedBattery unknown =
        new SimulatedBattery(
            "LAV-99", new BatteryModel("LAV-99", Kind.MOBILE, 8, 10, ZoneOffset.UTC, List.of()));
    Simulation simulation =
        new Simulation(
            http.base(),
            portal.acme().key(),
            List.of(unknown),
            Duration.ZERO,
            new Progress() {},
            Clock.systemUTC());
    assertThatThrownBy(() -> end(simulation))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("LAV-99");
  }

  @Test
  void workloadIsStoredOncePerBatteryAndFiveSeconds() throws Exception {
    TestBattery other = portal.pair().get("acme");
    List<String> codes = List.of(battery.code(), other.code());
    try (LiveSocket socket =
            LiveSocket.open(http, "?batteries=" + other.id(), portal.acme().readKey());
        Simulation simulation = workload(portal.acme().ingestKey(), codes)) {
      socket.next();
      simulation.start();
      long shown = socket.next().at("/batteries/0/ts").asLong();
      assertThat(shown % Bms1.PERIOD_MILLIS).isZero();
      long second = socket.next().at("/batteries/0/ts").asLong();
      assertThat(second).isEqualTo(shown + Bms1.PERIOD_MILLIS);
    }
    JsonNode latest = http.get(other.path("/latest"), portal.acme().readKey()).json();
    Sample said = Bms1.sample(1, latest.get("ts").asLong());
    assertThat(latest.get("packVoltage").asDouble()).isEqualTo(said.value(Metric.PACK_VOLTAGE));
    assertThat(latest.get("cellVoltages")).hasSize(Bms1.CELLS);
    assertThat(portal.storedSamples(battery)).isEqualTo(portal.storedSamples(other));
  }

  @Test
  void workloadOfABatteryThatThePortalDoesNotHaveEndsIt() {
    List<String> codes = List.of(battery.code(), "LAV-99");
    assertThatThrownBy(() -> end(workload(portal.acme().key(), codes)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("LAV-99");
  }

  private Simulation workload(String key, List<String> codes) {
    return Simulation.ofWorkload(http.base(), key, codes, new Progress() {}, Clock.systemUTC());
  }

  @Test
  void nothingOfItIsInTheWar() throws IOException {
    Path war = TestDatabase.projectRoot().resolve("webapp/target/trackingbms/WEB-INF");
    try (Stream<Path> files = Files.walk(war)) {
      assertThat(files.map(file -> war.relativize(file).toString()))
          .anyMatch(name -> name.matches("lib/core-.*jar"))
          .noneMatch(name -> name.matches("lib/(batch-jobs|picocli|core-.*tests).*"))
          .noneMatch(name -> name.matches("classes/.*(demo|simulate).*"));
    }
  }

  private static void end(Simulation simulation) throws Exception {
    try (simulation) {
      simulation.start();
      assertThat(simulation.await(PATIENCE)).isTrue();
    }
  }
}
