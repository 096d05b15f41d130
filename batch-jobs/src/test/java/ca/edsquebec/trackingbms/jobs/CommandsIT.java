package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.tenant.RetentionPeriod;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The commands on an installation with two clients, {@code acme} and {@code boreal}. */
class CommandsIT {

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
  void addsABatteryThatTheOtherClientDoesNotSee() {
    String add =
        "battery add --client acme --code LAV-07 --type Chariot --place Laval --chemistry lfp"
            + " --cells 16 --capacity 280 --voltage 51.2 --serial S1 --connector foxbms"
            + " --setting version=1.10.0 --setting cells=16 --period 10s --stale 5min"
            + " --commissioned 2025-04-01 --zone America/Halifax --json";
    Run run = run(add);
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode battery = run.json().get(0);
    assertThat(battery.at("/name").asText()).isEqualTo("LAV-07");
    assertThat(battery.at("/storagePeriod").asDouble()).isEqualTo(10);
    assertThat(battery.at("/staleThreshold").asDouble()).isEqualTo(300);
    assertThat(battery.at("/connectorSettings/version").asText()).isEqualTo("1.10.0");
    assertThat(battery.at("/commissionedAt").asText()).isEqualTo("2025-04-01T03:00:00Z");
    assertThat(run("battery list --client acme").out()).contains("LAV-07  LAV-07  Chariot  Laval");
    assertThat(run("battery list --client boreal --json").json())
        .noneMatch(other -> other.at("/code").asText().equals("LAV-07"));
    Run again = run(add);
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).isEqualTo("tbms: battery \"LAV-07\" exists\n");
  }

  @Test
  void addsABatteryWithTheLeastThatMustBeSaid() {
    Run run = run("battery add --client boreal --code B1 --type Bus --place Dépôt");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("Battery B1 stands at Dépôt (America/Toronto).\n");
    JsonNode battery = run("battery list --client boreal --json").json().get(0);
    assertThat(battery.at("/connector").asText()).isEqualTo("foxbms");
    assertThat(battery.at("/status").asText()).isEqualTo("in-service");
    assertThat(battery.has("nominalCapacity")).isFalse();
  }

  @Test
  void refusesABatteryThatCannotBe() {
    String add = "battery add --client acme --code X1 --type T --place P ";
    assertRefused(add + "--connector acme", "no connector \"acme\"");
    assertRefused(add + "--setting cells=0", "cells");
    assertRefused(add + "--capacity -3", "nominalCapacityAh");
    assertRefused(add + "--parent NONE", "NONE");
    assertRefused(add + "--commissioned gestern", "gestern");
  }

  @Test
  void saysThatThereIsNoSuchClient() {
    Run run = run("battery list --client nobody");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("tbms: no client \"nobody\"\n");
  }

  @Test
  void makesAKeyThatIsGoodUntilItIsRevoked() {
    Run made = run("apikey create --client acme --name gateway");
    assertThat(made.exitCode()).as(made.err()).isZero();
    String key = made.lines().get(0);
    String id = key.split("_")[1];
    assertThat(made.err()).contains(id).doesNotContain(key);
    Principal.Key who = (Principal.Key) keys().authenticate(key).orElseThrow();
    assertThat(who.tenant()).isEqualTo(installation.tenant("acme"));
    assertThat(who.scopes()).containsExactly(Scope.INGEST);
    assertThat(run("apikey list --client boreal --json").out()).doesNotContain(id);
    assertThat(run("apikey revoke " + id + " --client boreal").exitCode()).isEqualTo(1);
    assertThat(run("apikey revoke " + id).exitCode()).isZero();
    assertThat(keys().authenticate(key)).isEmpty();
    assertThat(run("apikey list").out()).contains(id).contains("revoked").doesNotContain(key);
  }

  @Test
  void repeatsNoSecretThatSomebodyTypedByMistake() {
    Run run = run("apikey revoke tbms_abcdefghijkl_verysecretpart");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).doesNotContain("verysecretpart");
  }

  @Test
  void makesAPersonBelongToTwoClientsWithOneAccount() {
    String person = " --email Anne@x.example --name Anne --role admin --json";
    JsonNode first = run("user create --client acme" + person).json().get(0);
    assertThat(first.at("/password").asText()).hasSize(20);
    assertThat(first.at("/role").asText()).isEqualTo("client-admin");
    Run second = run("user create --client boreal" + person);
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.json().get(0).has("password")).isFalse();
    assertThat(run("user create --client boreal" + person.replace(" --json", "")).out())
        .contains("had an account already");
  }

  @Test
  void narrowsAPersonToPlacesTypesOrBatteries() {
    run("battery add --client acme --code SCOPE-1 --type Bus --place Portee --period 5s");
    String person = "user create --client acme --role read-only --name Luc --json --email ";
    for (String scope : List.of("--place portee", "--type Bus", "--battery SCOPE-1")) {
      Run made = run(person + scope.replaceAll("[^A-Za-z]", "") + "@x.example " + scope);
      assertThat(made.exitCode()).as(made.err()).isZero();
      assertThat(made.json().get(0).at("/role").asText()).isEqualTo("read-only");
    }
    assertThat(run(person + "no@x.example --place Mars").err()).contains("no place \"Mars\"");
    assertThat(run(person + "no@x.example --battery MARS").exitCode()).isEqualTo(1);
  }

  @Test
  void knowsTheRolesThatThereAre() {
    Run refused = run("user create --client acme --email a@b.ca --name A --role boss");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("none of admin, user, read-only");
  }

  @Test
  void tellsWhatEveryClientTakesOnTheDisk() {
    run("battery add --client boreal --code DISK-1 --type Bus --place Disque --period 5s");
    Run people = run("tenant list --disk");
    assertThat(people.exitCode()).as(people.err()).isZero();
    assertThat(people.lines().get(0))
        .matches("CLIENT +NAME +STATUS +DISK +A DAY +IN A YEAR +RETENTION");
    assertThat(people.out())
        .containsPattern(
            "boreal +Boréal Transport +active +[\\d.]+ kB +~[\\d.]+ kB +[\\d.]+ MB +P2Y");
    JsonNode boreal =
        run("tenant list --disk --json").json().stream()
            .filter(line -> line.at("/client").asText().equals("boreal"))
            .findFirst()
            .orElseThrow();
    assertThat(boreal.at("/growthMeasured").asBoolean()).isFalse();
    assertThat(boreal.at("/chunkBytesPerDay").asLong()).isGreaterThanOrEqualTo(17_280 * 16);
    assertThat(boreal.at("/diskBytesInAYear").asLong())
        .isEqualTo(
            boreal.at("/diskBytes").asLong() + 365 * boreal.at("/growthBytesPerDay").asLong());
    assertThat(boreal.has("disk")).isFalse();
    assertThat(run("tenant list --json").json().get(0).has("diskBytes")).isFalse();
  }

  @Test
  void tellsTheDiskOfTheOthersWhenOneDatabaseFails() throws Exception {
    try (TestInstallation other = new TestInstallation()) {
      other.access().execute("DROP DATABASE `" + other.databaseOf("acme") + "`");
      Run run = Run.inside(other.environment(), "tenant", "list", "--disk", "--json");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains(other.databaseOf("acme")).hasLineCount(1);
      assertThat(run.json()).hasSize(2);
      assertThat(run.json().get(0).has("diskBytes")).isFalse();
      assertThat(run.json().get(1).at("/diskBytes").asLong()).isPositive();
    }
  }

  @Test
  void makesAClientWhoseSamplesAreKeptForATimeOfItsOwn() throws Exception {
    try (TestInstallation other = new TestInstallation()) {
      String create =
          "tenant create laval --name Laval --admin a@laval.example --json --retention ";
      Run made = Run.inside(other.environment(), (create + "P1Y").split(" "));
      assertThat(made.exitCode()).as(made.err()).isZero();
      assertThat(made.json().get(0).at("/retention").asText()).isEqualTo("P1Y");
      assertThat(other.databases().retentionPeriods().of(other.tenant("laval")))
          .isEqualTo(RetentionPeriod.parse("P1Y"));
      Run again = Run.inside(other.environment(), (create + "P6M").split(" "));
      assertThat(again.json().get(0).at("/retention").asText()).isEqualTo("P1Y");
    }
  }

  @Test
  void tellsAndMigratesEveryDatabase() {
    List<JsonNode> status = run("db status --json").json();
    assertThat(status).hasSizeGreaterThanOrEqualTo(3);
    assertThat(status).allSatisfy(line -> assertThat(line.at("/pending").asInt()).isZero());
    Run migrate = run("db migrate");
    assertThat(migrate.exitCode()).as(migrate.err()).isZero();
    assertThat(migrate.lines()).hasSameSizeAs(status);
    assertThat(migrate.out()).contains("nothing to do");
  }

  @Test
  void goesOnWhenOneDatabaseFails() throws Exception {
    try (TestInstallation other = new TestInstallation()) {
      other.access().execute("DROP DATABASE `" + other.databaseOf("acme") + "`");
      for (String command : List.of("status", "migrate")) {
        Run run = Run.inside(other.environment(), "db", command);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(other.databaseOf("acme")).hasLineCount(1);
        assertThat(run.out()).contains(other.databaseOf("boreal"));
      }
    }
  }

  @Test
  void tellsThatTheSchemaIsMissing() throws Exception {
    try (FreshServer server = new FreshServer()) {
      server.access().execute("CREATE DATABASE `" + server.registry() + "`");
      Run status = Run.inside(server.environment(), "db", "status", "--json");
      assertThat(status.exitCode()).as(status.err()).isZero();
      assertThat(status.json().get(0).at("/pending").asInt()).isPositive();
      Run list = Run.inside(server.environment(), "tenant", "list");
      assertThat(list.exitCode()).isEqualTo(1);
      assertThat(list.err()).contains("tbms db migrate").hasLineCount(1);
    }
  }

  @Test
  void saysThatTheDatabaseIsAway() throws Exception {
    try (FreshServer server = new FreshServer()) {
      Map<String, String> environment = server.environment();
      environment.put("TBMS_DB_URL", "jdbc:mysql://127.0.0.1:1/x?password=hunter2");
      Run run = Run.inside(environment, "db", "migrate", "--verbose");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).startsWith("tbms: the database can't be reached");
      assertThat(run.err()).doesNotContain("hunter2");
    }
  }

  private static void assertRefused(String line, String part) {
    Run run = run(line);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(part).hasLineCount(1);
  }

  private static ApiKeys keys() {
    return new ApiKeys(
        installation.databases().registry(), installation.audit(), Clock.systemUTC());
  }

  private static Run run(String line) {
    return Run.inside(installation.environment(), line.split(" +"));
  }
}
