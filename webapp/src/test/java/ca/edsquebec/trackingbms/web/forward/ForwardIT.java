package ca.edsquebec.trackingbms.web.forward;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.jobs.simulate.foxbms.FoxBms;
import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Fault;
import ca.edsquebec.trackingbms.jobs.simulate.model.Kind;
import ca.edsquebec.trackingbms.testkit.DatabaseAccess;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.testkit.CutLine;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalProcess;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The forwarder is killed and cut off for ten minutes of frame time under load, and the portal is
 * killed too: all samples are there, once, and the same as of a forwarder that was left in peace.
 */
class ForwardIT {

  private static final int SECONDS = 1500;

  /** Frame time goes so much faster than time. */
  private static final int SECONDS_A_STEP = 5;

  private static final long STEP_MILLIS = 100;
  private static final String CODE = "FWD-1";

  private static final Path HOME = TestDatabase.projectRoot().resolve("webapp/target/it/forward");

  @TempDir Path folder;

  private PortalProcess portal;
  private Path log;
  private int fed;
  private BatteryModel model;
  private long start;

  /** A client and what its forwarder needs. */
  private record Client(String name, String key, Battery battery) {}

  @Test
  void everySampleIsStoredOnceWhateverIsKilledAndCut() throws Exception {
    begin();
    try (TestInstallation installation = new TestInstallation()) {
      Client acme = client(installation, "acme");
      Client boreal = client(installation, "boreal");
      portal = PortalProcess.start(HOME, installation.environment());
      try (CutLine line = new CutLine(portal.url())) {
        ForwarderProcess forwarder = disturbed(installation, line, acme);
        long begun = System.nanoTime();
        assertThat(undisturbed(portal.url(), boreal).await()).isZero();
        System.out.printf(
            "forwarder: undisturbed in %d ms, its start included: %s%n",
            (System.nanoTime() - begun) / 1_000_000,
            Files.readString(folder.resolve("said-undisturbed")).strip());
        Map<Long, String> expected = stored(installation, boreal);
        awaitAll(installation, acme, expected);
        assertThat(forwarder.stop()).as(forwarder.said()).isEqualTo(3);
        assertThat(forwarder.said())
            .contains("can't be reached", "takes it again")
            .doesNotContain("LOST");
        Map<Long, String> disturbed = stored(installation, acme);
        tell(expected, disturbed);
        assertThat(disturbed).isEqualTo(expected);
      } finally {
        portal.close();
      }
    }
  }

  /** All that can go wrong, while the bus speaks on. */
  private ForwarderProcess disturbed(TestInstallation installation, CutLine line, Client client)
      throws Exception {
    ForwarderProcess forwarder = follow(line.url(), client);
    feedUntil(200);
    forwarder.kill();
    feedUntil(230);
    forwarder = follow(line.url(), client);
    feedUntil(300);
    line.cut();
    feedUntil(700);
    forwarder.kill();
    forwarder = follow(line.url(), client);
    feedUntil(900);
    assertThat(stored(installation, client)).as("cut off").hasSizeLessThan(100);
    line.mend();
    feedUntil(1000);
    forwarder.kill();
    forwarder = follow(line.url(), client);
    feedUntil(1150);
    portal.kill();
    feedUntil(1200);
    portal = PortalProcess.start(HOME, installation.environment());
    line.leadTo(portal.url());
    feedUntil(SECONDS);
    return forwarder;
  }

  private void begin() throws Exception {
    start = Instant.now().toEpochMilli() / 60_000 * 60_000 - (SECONDS + 60) * 1000L;
    Fault warning =
        new Fault(
            Fault.What.WEAK_CELL,
            Optional.of(Instant.ofEpochMilli(start + 13_000)),
            Optional.of(Duration.ofSeconds(19)),
            Optional.of(Duration.ofSeconds(47)));
    model = new BatteryModel(CODE, Kind.FORKLIFT, 24, 420, ZoneOffset.UTC, List.of(warning));
    log = Files.createFile(folder.resolve("can0.log"));
  }

  private static Client client(TestInstallation installation, String name) {
    Clock clock = Clock.systemUTC();
    Fleet fleet =
        new Fleet(
            installation.databases().tenantDatabase(),
            (connector, given) -> {},
            TestAudit.of(installation.databases(), clock),
            clock);
    ApiKeys keys = new ApiKeys(installation.databases().registry(), installation.audit(), clock);
    var tenant = installation.tenant(name);
    Battery battery = fleet.add(Actor.SYSTEM, tenant, Portal.battery(CODE));
    String key =
        keys.create(
                Maker.operator(Actor.SYSTEM), tenant, KeyWish.of("site", EnumSet.of(Scope.INGEST)))
            .text();
    return new Client(name, key, battery);
  }

  private ForwarderProcess follow(URI portal, Client client) throws Exception {
    return ForwarderProcess.start(
        portal,
        client.key(),
        folder.resolve("spool"),
        folder.resolve("said"),
        "--battery",
        CODE,
        "--connector",
        "foxbms",
        "--from",
        log.toString(),
        "--follow",
        "--every",
        "300ms");
  }

  private ForwarderProcess undisturbed(URI portal, Client client) throws Exception {
    return ForwarderProcess.start(
        portal,
        client.key(),
        folder.resolve("spool-undisturbed"),
        folder.resolve("said-undisturbed"),
        "--battery",
        CODE,
        "--connector",
        "foxbms",
        "--from",
        log.toString());
  }

  /** Appends what the bus says until then, in steps, as a recorder does. */
  private void feedUntil(int second) throws Exception {
    while (fed < second) {
      StringBuilder frames = new StringBuilder();
      for (int i = 0; i < SECONDS_A_STEP; i++) {
        fed++;
        frames.append(FoxBms.candump(model.at(start + fed * 1000L)));
      }
      Files.writeString(log, frames, StandardOpenOption.APPEND);
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
    }
  }

  private static void awaitAll(
      TestInstallation installation, Client client, Map<Long, String> expected) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (stored(installation, client).size() < expected.size() && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static void tell(Map<Long, String> expected, Map<Long, String> disturbed) {
    long lost = expected.keySet().stream().filter(ts -> !disturbed.containsKey(ts)).count();
    long more = disturbed.keySet().stream().filter(ts -> !expected.containsKey(ts)).count();
    long other =
        expected.entrySet().stream()
            .filter(e -> disturbed.containsKey(e.getKey()))
            .filter(e -> !e.getValue().equals(disturbed.get(e.getKey())))
            .count();
    System.out.printf(
        "forwarder: %d samples expected, %d lost, %d doubled, %d of another value%n",
        expected.size(), lost, more, other);
    assertThat(expected.keySet().stream().filter(ts -> ts % 5000 != 0))
        .as("of changes of alarms")
        .hasSizeGreaterThan(20);
  }

  /** Rows by their time, all of their columns as text. */
  private static Map<Long, String> stored(TestInstallation installation, Client client)
      throws SQLException {
    DatabaseAccess access = installation.access();
    String sql =
        "SELECT * FROM `%s`.sample WHERE battery_id = %d"
            .formatted(installation.databaseOf(client.name()), client.battery().id());
    Map<Long, String> stored = new TreeMap<>();
    try (var connection =
            DriverManager.getConnection(access.server(), access.user(), access.password());
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 2; i <= columns; i++) {
          byte[] value = rows.getBytes(i);
          row.append(value == null ? "-" : HexFormat.of().formatHex(value)).append(' ');
        }
        assertThat(stored.put(rows.getLong("ts"), row.toString())).isNull();
      }
    }
    return stored;
  }
}
