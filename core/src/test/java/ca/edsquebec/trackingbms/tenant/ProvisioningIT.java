package ca.edsquebec.trackingbms.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProvisioningIT {

  private static TestInstallation installation;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void makesADatabaseForEachClient() {
    assertThat(installation.databases().tenants().list())
        .extracting(t -> t.id().slug())
        .contains("acme", "boreal");
    assertThat(installation.databaseOf("acme")).isNotEqualTo(installation.databaseOf("boreal"));
    assertThat(currentDatabase("acme")).isEqualTo(installation.databaseOf("acme"));
  }

  @Test
  void keepsTheTimeOfCreationInUtcToTheMillisecond() {
    Tenant listed = installation.databases().tenants().list().get(0);
    assertThat(listed.createdAt())
        .isBetween(Instant.now().minus(5, ChronoUnit.MINUTES), Instant.now());
    String stored =
        installation
            .databases()
            .registry()
            .sql(
                (connection, db) -> {
                  try (var rows =
                      connection
                          .createStatement()
                          .executeQuery(
                              "SELECT CAST(created_at AS CHAR) FROM "
                                  + db
                                  + ".tenant WHERE slug = '"
                                  + listed.id()
                                  + "'")) {
                    rows.next();
                    return rows.getString(1);
                  }
                });
    assertThat(Instant.parse(stored.replace(' ', 'T') + "Z")).isEqualTo(listed.createdAt());
  }

  @Test
  void repeatsWithoutUndoingWhatExists() {
    Provisioning provisioning = installation.databases().provisioning();
    TenantId id = new TenantId("again");
    Tenant first = provisioning.prepare(id, "Premier nom");
    assertThat(first.status()).isEqualTo(Tenant.Status.PROVISIONING);
    Tenant second = provisioning.prepare(id, "Autre nom");
    assertThat(second).isEqualTo(first);
    provisioning.activate(id);
    assertThat(provisioning.prepare(id, "x").status()).isEqualTo(Tenant.Status.ACTIVE);
  }

  @Test
  void goesOnAfterACrashThatLeftTheDatabaseHalfMade() throws Exception {
    TenantId id = new TenantId("halfway");
    Provisioning provisioning = installation.databases().provisioning();
    Tenant tenant = provisioning.prepare(id, "À moitié");
    installation.access().execute("DROP DATABASE `" + tenant.database() + "`");
    provisioning.prepare(id, "À moitié");
    assertThat(installation.databases().migrations().status(tenant).pending()).isZero();
  }

  @Test
  void refusesADatabaseThatBelongsToSomebodyElse() throws Exception {
    String registry = installation.databases().registry().name();
    installation.access().execute("CREATE DATABASE `" + registry + "_taken`");
    installation.access().execute("CREATE TABLE `" + registry + "_taken`.theirs (x INT)");
    assertThatThrownBy(
            () -> installation.databases().provisioning().prepare(new TenantId("taken"), "Pris"))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("_taken");
    assertThat(installation.databases().tenants().find(new TenantId("taken"))).isEmpty();
    installation.access().execute("DROP DATABASE `" + registry + "_taken`");
  }

  @Test
  void refusesWhileAnotherProgramMakesTheSameClient() {
    Provisioning impatient = provisioning(Duration.ZERO);
    RegistryDatabase registry = installation.databases().registry();
    try (Lease held =
        Lease.tryAcquire(registry, "provision/busy", Duration.ofMinutes(1)).orElseThrow()) {
      assertThat(held.renew()).isTrue();
      assertThatThrownBy(() -> impatient.prepare(new TenantId("busy"), "Pris"))
          .isInstanceOf(BusyException.class);
    }
    assertThat(impatient.prepare(new TenantId("busy"), "Libre")).isNotNull();
  }

  @Test
  void takesOverFromAProgramThatDied() {
    RegistryDatabase registry = installation.databases().registry();
    Lease dead = Lease.tryAcquire(registry, "provision/heir", Duration.ofSeconds(1)).orElseThrow();
    assertThat(provisioning(Duration.ofSeconds(30)).prepare(new TenantId("heir"), "Héritier"))
        .isNotNull();
    assertThat(dead.renew()).isFalse();
  }

  @Test
  void goesOnAfterAMigrationThatBrokeOff() throws Exception {
    TenantId id = new TenantId("broken");
    Provisioning provisioning = installation.databases().provisioning();
    Tenant tenant = provisioning.prepare(id, "Interrompu");
    installation
        .access()
        .execute(
            // Made by the last migration, which is the one that can break off.
            "DROP TABLE `" + tenant.database() + "`.can_database_battery",
            "UPDATE `"
                + tenant.database()
                + "`.flyway_schema_history SET success = 0"
                + " ORDER BY installed_rank DESC LIMIT 1");
    provisioning.prepare(id, "Interrompu");
    assertThat(installation.databases().migrations().status(tenant).pending()).isZero();
    installation
        .access()
        .execute("SELECT COUNT(*) FROM `" + tenant.database() + "`.can_database_battery");
  }

  private static Provisioning provisioning(Duration patience) {
    Databases databases = installation.databases();
    return new Provisioning(
        DatabaseServer.from(installation.settings()),
        databases.registry(),
        databases.tenants(),
        databases.migrations(),
        patience);
  }

  @Test
  void knowsNoTenantThatWasNeverMade() {
    assertThatThrownBy(() -> installation.databases().tenants().get(new TenantId("nobody")))
        .isInstanceOf(NotFoundException.class);
  }

  private static String currentDatabase(String slug) {
    return installation
        .databases()
        .tenantDatabase()
        .read(
            new TenantId(slug),
            em -> (String) em.createNativeQuery("SELECT DATABASE()").getSingleResult());
  }
}
