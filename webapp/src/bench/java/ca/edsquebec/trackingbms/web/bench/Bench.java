package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.PasswordHash;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Users;
import ca.edsquebec.trackingbms.telemetry.BenchStore;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.testkit.PortalProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is measured, running: a database, the portal in a process of its own with 256 MB of heap,
 * and clients of it, made when they are asked for.
 */
final class Bench implements AutoCloseable {

  private final Ledger ledger;
  private final int rounds;
  private final BenchDatabase database;
  private final TestInstallation installation;
  private final PortalProcess portal;
  private final Processes processes = new Processes();
  private final Map<BenchClient, BenchStore> stores = new ConcurrentHashMap<>();
  private final Map<String, BenchClient> clients = new ConcurrentHashMap<>();
  private final Fleet fleet;
  private final ApiKeys keys;

  /**
   * @param rounds that count
   */
  Bench(Ledger ledger, int rounds) throws IOException, SQLException {
    this.ledger = ledger;
    this.rounds = rounds;
    Path home = folder();
    database = BenchDatabase.start(home.resolve("mariadb"));
    installation = new TestInstallation();
    fleet =
        new Fleet(
            installation.databases().tenantDatabase(),
            (connector, given) -> {},
            TestAudit.of(installation.databases(), Clock.systemUTC()),
            Clock.systemUTC());
    keys =
        new ApiKeys(installation.databases().registry(), installation.audit(), Clock.systemUTC());
    portal = PortalProcess.start(home.resolve("portal"), installation.environment());
    processes.add("portal", portal.pid());
    processes.add("database", database.pid());
    processes.add("client", ProcessHandle.current().pid());
    System.out.printf(
        Locale.ROOT,
        "portal up after %.1f s; %s%n",
        portal.startTime().toMillis() / 1000.0,
        portal.residentMemory());
  }

  static Path folder() {
    return TestDatabase.projectRoot().resolve("webapp/target/bench");
  }

  int rounds() {
    return rounds;
  }

  Ledger ledger() {
    return ledger;
  }

  Processes processes() {
    return processes;
  }

  BenchDatabase database() {
    return database;
  }

  /** Settings of the installation, with which a program of it starts. */
  Map<String, String> environment() {
    return installation.environment();
  }

  URI portal() {
    return portal.url();
  }

  String portalMemory() throws IOException {
    return portal.residentMemory();
  }

  /** Makes a person of a client; the password. */
  String account(String email) {
    return new Users(
            installation.databases().registry(),
            new PasswordHash(),
            installation.audit(),
            Clock.systemUTC())
        .create(
            Actor.SYSTEM,
            installation.tenant("acme"),
            email,
            email,
            new Membership(Role.USER, BatteryAccess.ALL),
            Locale.CANADA)
        .password()
        .orElseThrow();
  }

  /** The client of 1000 batteries that most is measured with. */
  BenchClient thousand() throws SQLException {
    return client("thousand", 1000);
  }

  /** A client with so many batteries, the same each time it is asked for. */
  BenchClient client(String slug, int batteries) throws SQLException {
    return clients(List.of(slug), batteries).get(0);
  }

  /** As {@link #client}, several at once: making one means to wait for the disk, mostly. */
  List<BenchClient> clients(List<String> slugs, int batteries) throws SQLException {
    database.inHaste(
        () ->
            slugs.parallelStream()
                .forEach(slug -> clients.computeIfAbsent(slug, name -> made(name, batteries))));
    return slugs.stream().map(clients::get).toList();
  }

  private BenchClient made(String slug, int batteries) {
    return new BenchClient(installation, fleet, keys, database, slug, batteries);
  }

  /** The store of a client, without the portal in front. */
  BenchStore store(BenchClient client) {
    return stores.computeIfAbsent(
        client, one -> new BenchStore(installation.databases(), one.tenant()));
  }

  @Override
  public void close() {
    portal.close();
    installation.close();
  }
}
