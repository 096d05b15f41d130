package ca.edsquebec.trackingbms.web.forward;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.gateway.Gateway;
import ca.edsquebec.trackingbms.gateway.StoredGateways;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.testkit.DatabaseAccess;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.testkit.PortalProcess;
import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A portal in a process of its own, and two clients whose batteries have the same codes. */
final class ForwardWorld implements AutoCloseable {

  static final String ACME = "acme";
  static final String BOREAL = "boreal";

  private static final Maker OPERATOR = Maker.operator(Actor.SYSTEM);

  private final TestInstallation installation = new TestInstallation();
  private final Clock clock = Clock.systemUTC();
  private final ApiKeys keys =
      new ApiKeys(installation.databases().registry(), installation.audit(), clock);
  private final Map<String, Battery> batteries = new HashMap<>();
  private final PortalProcess portal;

  /**
   * @param wanted that each client has, by their codes
   * @param more settings of the portal
   */
  ForwardWorld(String home, Map<String, NewBattery> wanted, Map<String, String> more)
      throws IOException {
    Fleet fleet =
        new Fleet(
            installation.databases().tenantDatabase(),
            (connector, given) -> {},
            TestAudit.of(installation.databases(), clock),
            clock);
    for (String client : new String[] {ACME, BOREAL}) {
      for (NewBattery battery : wanted.values()) {
        Battery added = fleet.add(Actor.SYSTEM, installation.tenant(client), battery);
        batteries.put(client + "/" + added.code(), added);
      }
    }
    Map<String, String> settings = new HashMap<>(installation.environment());
    settings.putAll(more);
    portal =
        PortalProcess.start(
            TestDatabase.projectRoot().resolve("webapp/target/it/" + home), settings);
  }

  URI url() {
    return portal.url();
  }

  NewKey newKey(String client) {
    return keys.create(
        OPERATOR, installation.tenant(client), KeyWish.of("site", EnumSet.of(Scope.INGEST)));
  }

  void revoke(String client, NewKey key) {
    keys.revoke(OPERATOR, installation.tenant(client), key.key().id());
  }

  /** What that client's gateways call themselves. */
  List<String> gateways(String client) {
    return new StoredGateways(installation.databases().tenantDatabase())
        .of(installation.tenant(client)).stream().map(Gateway::code).toList();
  }

  /** Samples that are stored of that battery. */
  long stored(String client, String code) throws SQLException {
    DatabaseAccess access = installation.access();
    String sql =
        "SELECT COUNT(*) FROM `%s`.sample WHERE battery_id = %d"
            .formatted(installation.databaseOf(client), batteries.get(client + "/" + code).id());
    try (var connection =
            DriverManager.getConnection(access.server(), access.user(), access.password());
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Until so many are stored of a battery of acme, or patience ends; how many there are then. */
  long awaitStored(String code, long count) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (stored(ACME, code) < count && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return stored(ACME, code);
  }

  @Override
  public void close() {
    portal.close();
    installation.close();
  }
}
