package ca.edsquebec.trackingbms.maintenance.health;

import static ca.edsquebec.trackingbms.maintenance.health.Sayings.told;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.gateway.Hello;
import ca.edsquebec.trackingbms.gateway.StoredGateways;
import ca.edsquebec.trackingbms.identity.PlatformAdministrators;
import ca.edsquebec.trackingbms.notification.Outbox;
import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether those still send who should: clients, gateways, devices that are asked. */
class SendersHealthIT {

  private final TestInstallation installation = new TestInstallation(Map.of());
  private final Databases databases = installation.databases();
  private final SettableClock clock = SettableClock.atPresent();

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void knowsWhenEachClientSentLast() {
    receive("acme", Duration.ofMinutes(2));
    receive("boreal", Duration.ofHours(2));
    Health health = real().run();
    assertThat(told(health, "ingest")).isEqualTo("OK ok");
    assertThat(told(health, "ingest/acme")).isEqualTo("OK ok");
    assertThat(told(health, "ingest/boreal")).isEqualTo("WARN silent");
    clock.advance(Duration.ofMinutes(20));
    assertThat(told(real().run(), "ingest")).isEqualTo("FAIL silent");
    clock.advance(Duration.ofDays(8));
    assertThat(told(real().run(), "ingest")).isEqualTo("UNKNOWN dormant");
  }

  @Test
  void tellsOfASilentGatewayOnceAndNotOfItsClientToo() {
    TenantId boreal = installation.tenant("boreal");
    Fleet fleet = new Fleet(databases.tenantDatabase(), (c, g) -> {}, installation.audit(), clock);
    Set<Long> behind = new HashSet<>();
    for (String code : List.of("B-1", "B-2")) {
      NewBattery battery = NewBattery.builder(code, "Maison", "Banc", "push").build();
      behind.add(fleet.add(Actor.SYSTEM, boreal, battery).id());
    }
    Actor key = new Actor(Actor.Kind.KEY, "key1", "");
    Hello hello = new Hello("toit", "", OptionalLong.empty(), OptionalLong.empty());
    try (Gateways gateways =
        new Gateways(databases.tenantDatabase(), installation.audit(), clock)) {
      assertThat(gateways.contact(boreal, key, hello, behind)).isEmpty();
    }
    String uid = new StoredGateways(databases.tenantDatabase()).of(boreal).get(0).uid();
    receive("boreal", Duration.ZERO);
    assertThat(told(real().run(), "gateways/boreal/" + uid)).isEqualTo("OK ok");
    clock.advance(Duration.ofHours(2));
    receive("acme", Duration.ofMinutes(2));
    Health health = real().run();
    assertThat(told(health, "gateways/boreal/" + uid)).isEqualTo("WARN silent");
    assertThat(told(health, "ingest/boreal")).isEqualTo("UNKNOWN gateways");
    clock.advance(Duration.ofMinutes(2));
    assertThat(real().run().states())
        .filteredOn(state -> state.incident().isPresent())
        .extracting(state -> state.finding().detail())
        .containsOnlyOnce("toit, 2");
  }

  @Test
  void warnsWhereHalfOfAClientsAskedBatteriesAreSilent() {
    ask("acme", 1, Duration.ofDays(3));
    ask("acme", 2, Duration.ofMinutes(1));
    assertThat(told(real().run(), "pull/acme")).isEqualTo("OK some");
    ask("acme", 3, Duration.ofHours(2));
    Health health = real().run();
    assertThat(told(health, "pull/acme")).isEqualTo("WARN many");
    assertThat(told(health, "pull/boreal")).isEqualTo("UNKNOWN none");
  }

  private HealthCheck real() {
    KeyRing keys = new KeyRing(databases.registry(), installation.settings().masterKey(), clock);
    keys.refresh();
    return new HealthCheck(
        new Surroundings(installation.settings(), databases, Optional::empty, clock),
        new PlatformAdministrators(databases.registry(), installation.audit()),
        new Outbox(new SecretBox(keys), clock));
  }

  private void receive(String slug, Duration ago) {
    long millis = clock.instant().minus(ago).toEpochMilli();
    databases
        .tenantDatabase()
        .sql(
            installation.tenant(slug),
            (connection, db) -> {
              try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(
                    "INSERT INTO %s.sample_latest (battery_id, ts, received_at, flags) VALUES (1, %d, %d, 0)"
                        .formatted(db, millis, millis));
              }
            });
  }

  // Of a battery that need not be there: the check looks at none.
  private void ask(String slug, int battery, Duration heardAgo) {
    String heard = InstantConverter.text(clock.instant().minus(heardAgo));
    databases
        .tenantDatabase()
        .sql(
            installation.tenant(slug),
            (connection, db) -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION foreign_key_checks = 0");
                int added =
                    statement.executeUpdate(
                        ("INSERT INTO %s.pull_device VALUES (%d, 'tcp://192.0.2.1:9001', TRUE,"
                                + " 'WAITING', '%s', '%s', 'SILENT', '', 4, NULL, '%s')")
                            .formatted(db, battery, heard, heard, heard));
                statement.execute("SET SESSION foreign_key_checks = 1");
                return added;
              }
            });
  }
}
