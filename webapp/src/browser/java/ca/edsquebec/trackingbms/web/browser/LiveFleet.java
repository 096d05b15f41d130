package ca.edsquebec.trackingbms.web.browser;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.PasswordHash;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.identity.Users;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** A client with one battery, whose portal can go away and come back at the same address. */
final class LiveFleet implements AutoCloseable {

  private static final String EMAIL = "user@acme.example";

  private final TestInstallation installation = new TestInstallation();
  private final TenantId tenant = installation.tenant("acme");
  private final Path home;
  private final String password;
  private final String key;
  private final Battery battery;
  private final URI url;
  private final Http http;
  private PortalServer server;

  /**
   * @param staleThreshold of the battery
   */
  LiveFleet(Duration staleThreshold) {
    Clock clock = Clock.systemUTC();
    var registry = installation.databases().registry();
    password =
        new Users(registry, new PasswordHash(), clock)
            .create(tenant, EMAIL, "Julie", Role.USER, Locale.CANADA_FRENCH)
            .password()
            .orElseThrow();
    key =
        new ApiKeys(registry, installation.audit(), clock)
            .create(Maker.operator(Actor.SYSTEM), tenant, KeyWish.of("essai", Set.of(Scope.INGEST)))
            .text();
    battery =
        new Fleet(
                installation.databases().tenantDatabase(),
                (connector, given) -> {},
                TestAudit.of(installation.databases(), clock),
                clock)
            .add(
                Actor.SYSTEM,
                tenant,
                NewBattery.builder("L-1", "Chariots", "Entrepôt", "foxbms")
                    .staleThreshold(staleThreshold)
                    .build());
    server = Portal.start(installation.environment(), "live-fleet", "");
    home = TestDatabase.projectRoot().resolve("webapp/target/it/live-fleet");
    url = server.url();
    http = new Http(url);
  }

  /** Opens a window on the dashboard, signed in, that has said that it is live. */
  Tab dashboard(Tabs tabs) {
    Tab tab = signedIn(tabs);
    tab.awaitLive();
    return tab;
  }

  /** Opens a window on the dashboard, signed in. */
  Tab signedIn(Tabs tabs) {
    Tab tab = tabs.open(Look.DESKTOP, url);
    tab.signIn(EMAIL, password);
    return tab;
  }

  String uid() {
    return battery.uid();
  }

  Http http() {
    return http;
  }

  /** A sample of now with these further members, such as {@code "soc":50}. */
  void report(String members) {
    String sample =
        "{\"battery\":\"L-1\",\"ts\":%d,%s}".formatted(System.currentTimeMillis(), members);
    Http.Answer answer = http.postJson("/api/v1/ingest/samples", key, sample);
    if (answer.status() != 200 || answer.json().get("accepted").asInt() != 1) {
      throw new IllegalStateException(sample + " was answered by " + answer);
    }
  }

  void stop() {
    server.close();
  }

  void start() {
    Path war = TestDatabase.projectRoot().resolve("webapp/target/trackingbms");
    server = PortalServer.start(war, url.getPort(), "", home);
  }

  @Override
  public void close() {
    server.close();
    installation.close();
  }
}
