package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestInstallation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs that keep an installation well, from the command line, with two clients. */
class UpkeepJobsIT {

  @TempDir Path home;

  private TestInstallation installation;

  @BeforeEach
  void start() {
    installation = new TestInstallation(Map.of("TBMS_HOME", home.toString()));
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void checksAndMeasuresEachClient() {
    Run run = run("job run health-check --json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get(run.json().size() - 1).get("clients").asInt()).isEqualTo(2);
    assertThat(count("health_state")).isGreaterThan(12);
    assertThat(count("tenant_size")).isEqualTo(2);
  }

  @Test
  void checksAlthoughAClientsDatabaseIsMissing() throws SQLException {
    installation.access().execute("DROP DATABASE `" + installation.databaseOf("acme") + "`");
    assertThat(run("job run health-check").exitCode()).isEqualTo(1);
    assertThat(count("health_state WHERE check_name = 'clients' AND status = 'FAIL'")).isEqualTo(1);
    assertThat(count("tenant_size WHERE tenant = 'boreal'")).isEqualTo(1);
  }

  @Test
  void listsWhatWouldGoAndThenDeletesIt() throws IOException {
    Path old =
        Files.writeString(Files.createDirectories(home.resolve("logs")).resolve("a.log"), "x");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(100))));
    Run dry = run("job run cleanup --dry-run --json");
    assertThat(dry.exitCode()).as(dry.err()).isZero();
    List<JsonNode> lines = dry.json();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).get("would").asText()).isEqualTo("1 log files, 1 bytes");
    assertThat(old).exists();
    assertThat(count("job_run")).isZero();
    assertThat(run("job run cleanup").exitCode()).isZero();
    assertThat(old).doesNotExist();
  }

  @Test
  void hasNoDryRunForWhatCanNotTell() {
    Run run = run("job run seal --dry-run");
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err()).contains("seal has no dry run");
  }

  @Test
  void reportsTheTablesOfEachClient() {
    Run run = run("job run optimise");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(count("table_report WHERE tenant = 'acme'")).isGreaterThan(10);
    assertThat(count("table_report WHERE tenant = 'boreal'")).isGreaterThan(10);
  }

  @Test
  void keepsFourOlderLogsOfAJob() throws IOException {
    Path log = Files.createDirectories(home.resolve("logs")).resolve("rollup.log");
    for (int i = 0; i < 6; i++) {
      Files.write(log, new byte[1_100_000]);
      assertThat(run("job run rollup").exitCode()).isZero();
      assertThat(Files.size(log)).isLessThan(100_000);
    }
    try (var files = Files.list(log.getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "rollup.log",
              "rollup.log.1.gz",
              "rollup.log.2.gz",
              "rollup.log.3.gz",
              "rollup.log.4.gz");
    }
  }

  @Test
  void aLogThatCanNotBeWrittenStopsNoJob() throws IOException {
    Path logs = Files.createDirectories(home.resolve("logs"));
    Files.createSymbolicLink(logs.resolve("rollup.log"), Path.of("/dev/full"));
    assertThat(run("job run rollup").exitCode()).as("a full disk").isZero();
    Files.delete(logs.resolve("rollup.log"));
    Files.delete(logs);
    Files.writeString(logs, "a file in the place of the folder");
    assertThat(run("job run rollup").exitCode()).isZero();
    assertThat(count("job_run WHERE state = 'DONE'")).isEqualTo(2);
  }

  private Run run(String command) {
    return Run.inside(installation.environment(), command.split(" "));
  }

  private int count(String what) {
    return installation
        .databases()
        .registry()
        .sql(
            (connection, db) -> {
              try (var statement = connection.createStatement();
                  var row = statement.executeQuery("SELECT COUNT(*) FROM " + db + "." + what)) {
                row.next();
                return row.getInt(1);
              }
            });
  }
}
