package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code tbms tenant create} as the packed program, from a server on which nothing is yet. */
class CreateTenantIT {

  private static final int CRASHES = 5;

  private FreshServer server;

  @BeforeEach
  void start() throws Exception {
    server = new FreshServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void makesDatabaseSchemaAndAdministratorInOneStep() throws Exception {
    Run run = create("acme", "Acme Énergie");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    JsonNode made = run.json().get(0);
    assertThat(made.at("/name").asText()).isEqualTo("Acme Énergie");
    assertThat(server.databases()).containsExactly(server.registry(), server.registry() + "_acme");
    String password = made.at("/password").asText();
    assertThat(server.signIn("admin@acme.example", password).principal().displayName())
        .isEqualTo("admin@acme.example");
  }

  @Test
  void changesNothingWhenRepeated() throws Exception {
    String password = create("acme", "Acme").json().get(0).at("/password").asText();
    Run again =
        Run.packed(
            server.environment(),
            "",
            "tenant",
            "create",
            "--client",
            "acme",
            "--name",
            "Autre nom",
            "--admin",
            "admin@acme.example");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).isEqualTo("Client acme exists and is complete.\n");
    server.signIn("admin@acme.example", password);
    assertThat(server.column("SELECT name FROM {registry}.tenant")).containsExactly("Acme");
  }

  @Test
  void makesASecondClientBesideTheFirst() throws Exception {
    assertThat(create("acme", "Acme").exitCode()).isZero();
    assertThat(create("boreal", "Boréal").exitCode()).isZero();
    Run list = Run.inside(server.environment(), "tenant", "list");
    assertThat(list.lines()).hasSize(3);
    assertThat(list.lines().get(0)).startsWith("CLIENT");
    assertThat(list.lines().get(2)).startsWith("boreal").endsWith("active");
  }

  @Test
  void isBusyWhileAnotherRunMakesTheSameClient() throws Exception {
    assertThat(Run.inside(server.environment(), "db", "migrate").exitCode()).isZero();
    server
        .access()
        .execute(
            "INSERT INTO `%s`.lease VALUES ('provision/acme', 'other', 1, '2999-01-01')"
                .formatted(server.registry()));
    Run run = create("acme", "Acme");
    assertThat(run.exitCode()).isEqualTo(75);
    assertThat(run.err()).startsWith("tbms: another program").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void endsCompleteAfterBeingKilledAnywhere() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long start = System.nanoTime();
    create("first", "Premier");
    long wholeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    for (int i = 0; i < CRASHES; i++) {
      String slug = "crash-" + i;
      long delay = wholeMillis / 5 + random.nextLong(wholeMillis * 4 / 5);
      List<Run> runs = killedOnceThenRepeated(slug, delay);
      assertComplete(slug, runs, "killed after %d ms, seed %d".formatted(delay, seed));
    }
  }

  /** MySQL commits each table by itself: a run can die within a migration. */
  @Test
  void goesOnWhereAMigrationDied() throws Exception {
    assertThat(create("acme", "Acme").exitCode()).isZero();
    String database = "`" + server.registry() + "_acme`";
    server
        .access()
        .execute(
            "UPDATE `" + server.registry() + "`.tenant SET status = 'PROVISIONING'",
            "DROP TABLE " + database + ".battery_tag",
            "DELETE FROM "
                + database
                + ".flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
    assertComplete("acme", List.of(create("acme", "Acme")), "died within the last migration");
  }

  private List<Run> killedOnceThenRepeated(String slug, long delayMillis) throws Exception {
    List<Run> runs = new ArrayList<>();
    Process process = Run.start(server.environment(), args(slug, slug));
    process.waitFor(delayMillis, TimeUnit.MILLISECONDS);
    // Through its handle: what it said before stays readable.
    process.toHandle().destroyForcibly();
    runs.add(Run.ended(process, ""));
    runs.add(create(slug, slug));
    return runs;
  }

  private void assertComplete(String slug, List<Run> runs, String how) throws Exception {
    Run last = runs.get(runs.size() - 1);
    assertThat(last.exitCode()).as(how + ": " + last.err()).isZero();
    String database = server.registry() + "_" + slug.replace('-', '_');
    assertThat(server.databases()).as(how).containsOnlyOnce(database);
    assertThat(
            server.column(
                "SELECT u.email FROM {registry}.membership m JOIN {registry}.user_account u"
                    + " ON u.id = m.user_id WHERE m.tenant = '%s'".formatted(slug)))
        .as(how)
        .containsExactly("admin@" + slug + ".example");
    assertThat(
            server.column("SELECT status FROM {registry}.tenant WHERE slug = '%s'".formatted(slug)))
        .as(how)
        .containsExactly("ACTIVE");
    String password =
        runs.stream()
            .flatMap(run -> run.json().stream())
            .map(line -> line.at("/password").asText())
            .filter(text -> !text.isEmpty())
            .reduce((earlier, later) -> later)
            .orElseThrow();
    assertThat(server.signIn("admin@" + slug + ".example", password)).as(how).isNotNull();
  }

  private Run create(String slug, String name) throws Exception {
    return Run.packed(server.environment(), "", args(slug, name));
  }

  private static String[] args(String slug, String name) {
    return new String[] {
      "tenant", "create", slug, "--name", name, "--admin", "admin@" + slug + ".example", "--json"
    };
  }

  @Test
  void saysWhatIsWrongWhenThePasswordOfTheDatabaseIs() throws Exception {
    Map<String, String> environment = server.environment();
    environment.put("TBMS_DB_PASSWORD", "not-the-s3cret");
    Run run = Run.packed(environment, "", args("acme", "Acme"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("tbms: ").contains("Access denied").hasLineCount(1);
    assertThat(run.out() + run.err()).doesNotContain("not-the-s3cret");
  }
}
