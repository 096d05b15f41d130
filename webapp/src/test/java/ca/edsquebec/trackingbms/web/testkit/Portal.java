package ca.edsquebec.trackingbms.web.testkit;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.fleet.NewBatteryBuilder;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.identity.PasswordHash;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.identity.Users;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A running portal with two clients, acme and boreal, whose batteries have the same codes. The
 * batteries are made before it starts, so that it knows them from its first request on; each test
 * takes some for itself.
 */
public final class Portal implements AutoCloseable {

  /** What the last battery of each client is called. */
  public static final String HOSTILE_NAME = "<script>alert(1)</script> & \"Cie\"";

  /** That battery's code. */
  public static final String HOSTILE_CODE = "T-600";

  private static final int BATTERIES = 600;

  /**
   * A person.
   *
   * @param password as it was given out
   */
  public record Account(String email, String password) {}

  /**
   * A client and who belongs to it.
   *
   * @param key may send and read
   * @param ingestKey may only send
   * @param readKey may only read
   */
  public record Client(
      String slug, Account admin, Account user, String key, String ingestKey, String readKey) {

    public TenantId tenant() {
      return new TenantId(slug);
    }
  }

  private final CapturedLog log = CapturedLog.start();
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  /** Its devices are on this machine. */
  private final TestInstallation installation =
      // All tests come from one address, those that prove nothing by the hundred.
      new TestInstallation(
          Map.of("TBMS_ALLOW_PRIVATE_ADDRESSES", "true", "TBMS_RATE_ADDRESS", "1000"));

  private final Clock clock = Clock.systemUTC();
  private final Users users =
      new Users(
          installation.databases().registry(), new PasswordHash(), installation.audit(), clock);
  private final ApiKeys keys =
      new ApiKeys(installation.databases().registry(), installation.audit(), clock);
  private final Map<String, Queue<TestBattery>> batteries = new HashMap<>();
  private final Client acme = makeClient("acme");
  private final Client boreal = makeClient("boreal");
  private final PortalServer server;
  private final Http http;

  private Portal() {
    secrets.add(installation.environment().get("TBMS_MASTER_KEY"));
    secrets.add(installation.access().password());
    secrets.remove("");
    server = start(installation.environment(), "portal", "");
    http = new Http(server.url());
  }

  public static Portal start() {
    return new Portal();
  }

  /** Starts the WAR of this build with these settings. */
  public static PortalServer start(Map<String, String> settings, String home, String contextPath) {
    return start(settings, home, contextPath, 0);
  }

  /** As above, at this port. */
  public static PortalServer start(
      Map<String, String> settings, String home, String contextPath, int port) {
    // The WAR's own, and not the tests' that its class loader finds behind it.
    System.setProperty("logback.configurationFile", "logback.xml");
    Path target = TestDatabase.projectRoot().resolve("webapp/target");
    Path folder = target.resolve("it").resolve(home);
    try {
      PortalServer.writeSettings(folder, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PortalServer.start(target.resolve("trackingbms"), port, contextPath, folder);
  }

  private Client makeClient(String slug) {
    TenantId tenant = installation.tenant(slug);
    Fleet fleet =
        new Fleet(
            installation.databases().tenantDatabase(),
            (connector, given) -> {},
            TestAudit.of(installation.databases(), clock),
            clock);
    Queue<TestBattery> made = new ArrayDeque<>();
    for (int i = 1; i <= BATTERIES; i++) {
      String code = "T-%03d".formatted(i);
      NewBatteryBuilder next = builder(code);
      if (code.equals(HOSTILE_CODE)) {
        next = next.name(HOSTILE_NAME);
      }
      Battery battery = fleet.add(Actor.SYSTEM, tenant, next.build());
      made.add(new TestBattery(slug, battery.code(), battery.uid(), battery.id()));
    }
    batteries.put(slug, made);
    return new Client(
        slug,
        account(tenant, "admin@" + slug + ".example", Role.CLIENT_ADMIN),
        account(tenant, "user@" + slug + ".example", Role.USER),
        key(tenant, Set.of(Scope.INGEST, Scope.READ)).text(),
        key(tenant, Set.of(Scope.INGEST)).text(),
        key(tenant, Set.of(Scope.READ)).text());
  }

  /** A foxBMS pack of 36 cells and 16 sensors that is stale after 5 s. */
  public static NewBattery battery(String code) {
    return builder(code).build();
  }

  private static NewBatteryBuilder builder(String code) {
    return NewBattery.builder(code, "Chariots", "Entrepôt", "foxbms")
        .chemistry(Chemistry.NMC)
        .cellCount(36)
        .connectorSettings(Map.of("cells", "36", "sensors", "16"))
        .storagePeriod(Duration.ofSeconds(5))
        .staleThreshold(Duration.ofSeconds(5));
  }

  private Account account(TenantId tenant, String email, Role role) {
    String password =
        users
            .create(Actor.SYSTEM, tenant, email, email, role, Locale.CANADA_FRENCH)
            .password()
            .orElseThrow();
    secrets.add(password);
    return new Account(email, password);
  }

  /** Makes a further key. */
  public NewKey key(TenantId tenant, Set<Scope> scopes) {
    return key(tenant, KeyWish.of("Passerelle", scopes));
  }

  /** Makes a further key. */
  public NewKey key(TenantId tenant, KeyWish wish) {
    NewKey key = keys.create(Maker.operator(Actor.SYSTEM), tenant, wish);
    // Behind the second underscore: the secret itself may hold further ones.
    secrets.add(key.text().split("_", 3)[2]);
    return key;
  }

  /** Makes this person a user of a further client. */
  public void join(Account account, Client client) {
    users.create(
        Actor.SYSTEM,
        client.tenant(),
        account.email(),
        account.email(),
        Role.USER,
        Locale.CANADA_FRENCH);
  }

  public ApiKeys keys() {
    return keys;
  }

  public TestInstallation installation() {
    return installation;
  }

  public Client acme() {
    return acme;
  }

  public Client boreal() {
    return boreal;
  }

  public Http http() {
    return http;
  }

  /** A battery of acme that no other test touches. */
  public synchronized TestBattery battery() {
    return pair().get("acme");
  }

  /** One battery of each client with the same code, that no other test touches. */
  public synchronized Map<String, TestBattery> pair() {
    if (batteries.get("acme").isEmpty()) {
      throw new IllegalStateException(
          "all "
              + BATTERIES
              + " batteries are taken: the tests need a portal that begins with more");
    }
    return Map.of(
        "acme", batteries.get("acme").remove(), "boreal", batteries.get("boreal").remove());
  }

  /** A fresh access token. */
  public String signIn(Account account) {
    Http.Answer answer =
        http.postJson(
            "/api/v1/auth/login",
            null,
            "{\"email\":\"%s\",\"password\":\"%s\"}"
                .formatted(account.email(), account.password()));
    if (answer.status() != 200) {
      throw new IllegalStateException("sign-in answered " + answer);
    }
    String token = answer.json().get("accessToken").asText();
    secrets.add(token);
    return token;
  }

  /** How many samples of it are in its own client's database. */
  public long storedSamples(TestBattery battery) {
    String sql =
        "SELECT COUNT(*) FROM `%s`.sample WHERE battery_id = %d"
            .formatted(installation.databaseOf(battery.client()), battery.row());
    var access = installation.access();
    try (var connection =
            DriverManager.getConnection(access.server(), access.user(), access.password());
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** All that was logged and printed since it started. */
  public String log() {
    return log.text();
  }

  /** What must be in no log and no answer. */
  public Set<String> secrets() {
    return Set.copyOf(secrets);
  }

  @Override
  public void close() {
    server.close();
    installation.close();
    log.close();
  }
}
