package ca.edsquebec.trackingbms.client;

import static ca.edsquebec.trackingbms.client.ClientWorld.BY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.QuotaException;
import ca.edsquebec.trackingbms.tenant.Quota;
import ca.edsquebec.trackingbms.tenant.SuspendedException;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.Tenant.Status;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StandingIT {

  private static ClientWorld world;
  private static TenantId boreal;

  @BeforeAll
  static void start() {
    world = new ClientWorld();
    boreal = world.installation.tenant("boreal");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void suspendsOneClientAndLiftsThatAgain() {
    TenantId client = world.installation.addTenant("held", "Retenu");
    Tenant suspended = world.standing.suspend(BY, client, " Contrat échu ");
    assertThat(suspended.status()).isEqualTo(Status.SUSPENDED);
    assertThat(suspended.hold().orElseThrow().reason()).isEqualTo("Contrat échu");
    assertThat(world.standing.suspend(BY, client, "autre").hold()).isEqualTo(suspended.hold());
    assertThat(world.databases.tenants().get(boreal).status()).isEqualTo(Status.ACTIVE);
    assertThatThrownBy(() -> world.meter.require(client))
        .isInstanceOf(SuspendedException.class)
        .hasMessageContaining("Contrat échu");
    Tenant lifted = world.standing.lift(BY, client);
    assertThat(lifted.status()).isEqualTo(Status.ACTIVE);
    assertThat(lifted.hold()).isEmpty();
    assertThat(
            world.column(
                "SELECT action FROM {r}.audit_entry WHERE object = 'client:held' ORDER BY seq"))
        .containsExactly("CLIENT_SUSPEND", "CLIENT_RESUME");
    assertThat(world.audit.verify(Optional.of(client)).faults()).isEmpty();
  }

  @Test
  void isNotMadeActiveByWhoeverCompletesItsMaking() {
    TenantId client = world.installation.addTenant("kept", "Gardé");
    world.standing.suspend(BY, client, "");
    world.databases.provisioning().activate(client);
    assertThat(world.standing.now(client).status()).isEqualTo(Status.SUSPENDED);
  }

  @Test
  void refusesToDeleteWhatWasNotSuspendedAndExportedBefore() throws IOException {
    TenantId client = world.installation.addTenant("steps", "Étapes");
    assertThatThrownBy(() -> mark(client, false)).isInstanceOf(InvalidException.class);
    export(client);
    world.clock.advance(Duration.ofSeconds(1));
    world.standing.suspend(BY, client, "");
    assertThatThrownBy(() -> mark(client, false))
        .isInstanceOfSatisfying(
            InvalidException.class, e -> assertThat(e.field()).isEqualTo("export"));
    world.clock.advance(Duration.ofSeconds(11));
    export(client);
    assertThat(mark(client, false).status()).isEqualTo(Status.DELETING);
  }

  @Test
  void restoresAClientWithinItsGrace() {
    TenantId client = world.installation.addTenant("back", "Retour");
    world.standing.suspend(BY, client, "");
    mark(client, true);
    assertThat(mark(client, true).status()).isEqualTo(Status.DELETING);
    assertThat(world.erasure.due()).extracting(Tenant::id).doesNotContain(client);
    assertThatThrownBy(() -> world.standing.lift(BY, client)).isInstanceOf(InvalidException.class);
    assertThat(world.standing.restore(BY, client).status()).isEqualTo(Status.SUSPENDED);
    assertThatThrownBy(() -> world.erasure.erase(BY, client, "Retour"))
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void erasesAClientAndNothingOfAnother() {
    TenantId client = world.installation.addTenant("gone", "Disparu");
    String database = world.installation.databaseOf("gone");
    world.person(101, "only@gone.example", client);
    world.person(102, "both@gone.example", client, boreal);
    world.person(103, "other@boreal.example", boreal);
    world.quotas.set(
        BY, client, new Quota(OptionalLong.of(5), OptionalLong.empty(), OptionalLong.empty()));
    world.meter.count(client, 7);
    world.meter.flush();
    world.standing.suspend(BY, client, "");
    mark(client, true);
    world.clock.advance(Duration.ofDays(31));
    assertThat(world.erasure.due()).extracting(Tenant::id).contains(client);
    assertThatThrownBy(() -> world.erasure.erase(BY, client, "Autre"))
        .isInstanceOf(InvalidException.class);
    world.erasure.erase(BY, client, "Disparu");
    assertThat(world.databases.tenants().find(client)).isEmpty();
    assertThat(world.column("SHOW DATABASES"))
        .doesNotContain(database)
        .contains(world.installation.databaseOf("boreal"));
    assertThat(world.column("SELECT email FROM {r}.user_account ORDER BY id"))
        .doesNotContain("only@gone.example")
        .contains("both@gone.example", "other@boreal.example");
    assertThat(world.column("SELECT id FROM {r}.session"))
        .contains("session-102", "session-103")
        .doesNotContain("session-101");
    assertThat(world.column("SELECT tenant FROM {r}.membership WHERE user_id = 102"))
        .containsExactly("boreal");
    assertThatThrownBy(() -> world.erasure.erase(BY, client, "Disparu"))
        .isInstanceOf(NotFoundException.class);
    assertThat(world.audit.verify(Optional.empty()).faults()).isEmpty();
    assertThatThrownBy(() -> world.databases.provisioning().prepare(client, "Un autre"))
        .as("whose audit would be the erased one's")
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("take another");
  }

  @Test
  void completesAnErasureThatBrokeOffBehindTheDatabase() throws Exception {
    TenantId client = world.installation.addTenant("broken", "Brisé");
    world.standing.suspend(BY, client, "");
    mark(client, true);
    world.standing.beginErasing(BY, client);
    world
        .installation
        .access()
        .execute("DROP DATABASE `" + world.installation.databaseOf("broken") + "`");
    assertThatThrownBy(() -> world.standing.restore(BY, client))
        .isInstanceOf(InvalidException.class);
    assertThat(world.erasure.due()).extracting(Tenant::id).contains(client);
    world.erasure.erase(BY, client, "Brisé");
    assertThat(world.databases.tenants().find(client)).isEmpty();
  }

  @Test
  void putsAllOfAClientInAnArchiveAndNoSecret() throws IOException {
    TenantId client = world.installation.addTenant("told", "Raconté");
    world.person(201, "told@told.example", client);
    world.sql(
        "INSERT INTO `%s`.battery_tag (battery_id, tag) SELECT 1, 'x' FROM DUAL WHERE 1 = 0"
            .formatted(world.installation.databaseOf("told")));
    world.sql(
        "INSERT INTO `%s`.place (uid, name, time_zone) VALUES ('u1', 'Entrepôt', 'UTC')"
            .formatted(world.installation.databaseOf("told")));
    Map<String, String> files = export(client);
    assertThat(files.get("manifest.json"))
        .contains("\"client\" : \"told\"")
        .contains("\"name\" : \"database/place.jsonl\"");
    assertThat(files.get("database/place.jsonl"))
        .isEqualTo("{\"id\":1,\"uid\":\"u1\",\"name\":\"Entrepôt\",\"time_zone\":\"UTC\"}");
    assertThat(files.get("registry/membership.jsonl")).contains("\"user_id\":201");
    assertThat(files.get("registry/user_account.jsonl"))
        .contains("told@told.example")
        .doesNotContain("boreal");
    assertThat(String.join("", files.values())).doesNotContain("a-hash-of-201");
    assertThat(world.export.newest(client).orElseThrow().sha256()).hasSize(64);
  }

  @Test
  void holdsAClientToItsSamplesOfADayUntilMidnight() {
    TenantId client = world.installation.addTenant("daily", "Quotidien");
    nextDay();
    world.quotas.set(
        BY, client, new Quota(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(100)));
    world.meter.count(client, 79);
    assertThat(world.quotas.use(client).warnings()).isEmpty();
    world.meter.count(client, 1);
    world.meter.require(client);
    world.clock.advance(Duration.ofSeconds(31));
    assertThat(world.quotas.use(client).warnings())
        .containsExactly(new QuotaUse.Part("samplesADay", 80, 100));
    world.meter.flush();
    world.meter.count(client, 20);
    assertThat(world.meter.today(client)).isEqualTo(100);
    assertThatThrownBy(() -> world.meter.require(client))
        .isInstanceOfSatisfying(
            QuotaException.class,
            e -> assertThat(e.retryAfter().orElseThrow()).isLessThanOrEqualTo(Duration.ofDays(1)));
    try (SampleMeter afterACrash =
        new SampleMeter(world.databases.registry(), world.databases.tenants(), world.clock)) {
      assertThat(afterACrash.today(client)).isEqualTo(80);
    }
    world.clock.advance(Duration.ofDays(1));
    world.meter.require(client);
    assertThat(world.meter.today(client)).isZero();
    world.meter.flush();
    assertThat(world.column("SELECT samples FROM {r}.tenant_usage WHERE tenant = 'daily'"))
        .containsExactly("100");
  }

  /** Its beginning, so that half a minute more is still of that day. */
  private static void nextDay() {
    Instant now = world.clock.instant();
    world.clock.advance(
        Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS)));
  }

  private static Tenant mark(TenantId client, boolean withoutExport) {
    return world.standing.markForDeletion(BY, client, "", Standing.GRACE, withoutExport);
  }

  private static Map<String, String> export(TenantId client) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    world.export.write(BY, client, "x.zip", out);
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
