package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.routine.Turn;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs within this JVM, with two clients that have samples of a closed hour. */
class JobsIT {

  private static final Path HOME = TestDatabase.projectRoot().resolve("batch-jobs/target/it/jobs");

  private TestInstallation installation;
  private OldSamples samples;

  @BeforeEach
  void start() throws Exception {
    installation = new TestInstallation(Map.of("TBMS_HOME", HOME.toString()));
    samples = new OldSamples(installation);
    samples.store("acme", 40);
    samples.store("boreal", 30);
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void sealsWhatEveryClientHasAndIsSilentWhenNobodyWatches() throws Exception {
    Run run = run("job run seal");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEmpty();
    assertThat(samples.rows("acme")).isZero();
    assertThat(samples.sealed("acme")).isEqualTo(40);
    assertThat(samples.sealed("boreal")).isEqualTo(30);
    assertThat(Files.readString(HOME.resolve("logs/seal.log")))
        .contains("acme: 1 hours with 40 samples sealed");
  }

  @Test
  void tellsProgramsOfEachClientAndOfTheEnd() {
    List<JsonNode> lines = run("job run seal --json").json();
    assertThat(lines).hasSize(3);
    assertThat(lines.subList(0, 2).stream().map(line -> line.get("client").asText()))
        .containsExactlyInAnyOrder("acme", "boreal");
    assertThat(lines.get(2).get("state").asText()).isEqualTo("done");
    assertThat(lines.get(2).get("clients").asInt()).isEqualTo(2);
  }

  @Test
  void aClientWhoseDatabaseIsMissingStopsNoOther() throws Exception {
    installation.access().execute("DROP DATABASE `" + installation.databaseOf("acme") + "`");
    Run run = run("job run seal");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("tbms: job seal failed for acme: ").hasLineCount(1);
    assertThat(samples.sealed("boreal")).isEqualTo(30);
    JsonNode status = run("job status seal --json").json().get(0);
    assertThat(status.get("state").asText()).isEqualTo("failed");
    assertThat(status.get("clients").asInt()).isEqualTo(1);
    assertThat(status.at("/failures/0").asText()).startsWith("acme: ");
  }

  @Test
  void whatFailsForTheInstallationStopsNoClient(@TempDir Path backups) throws Exception {
    Map<String, String> environment = new HashMap<>(installation.environment());
    environment.put("TBMS_BACKUP_DIR", backups.toString());
    Path inTheWay = Files.createFile(backups.resolve("_registry"));
    Run run = Run.inside(environment, "job", "run", "backup");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("tbms: job backup failed for the installation: ")
        .hasLineCount(1);
    assertThat(backups.resolve("acme")).isDirectoryContaining("glob:**.tbms");
    assertThat(backups.resolve("boreal")).isDirectoryContaining("glob:**.tbms");
    Files.delete(inTheWay);
    Run again = Run.inside(environment, "job", "restart", "backup", "--json");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("\"attempt\":2");
    assertThat(backups.resolve("_registry")).isDirectoryContaining("glob:**.tbms");
  }

  @Test
  void aRestartTriesOnlyWhatFailed() throws Exception {
    String acme = installation.databaseOf("acme");
    installation
        .access()
        .execute("RENAME TABLE `%1$s`.sample_chunk TO `%1$s`.away".formatted(acme));
    assertThat(run("job run seal").exitCode()).isEqualTo(1);
    installation
        .access()
        .execute("RENAME TABLE `%1$s`.away TO `%1$s`.sample_chunk".formatted(acme));
    List<JsonNode> lines = run("job restart seal --json").json();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).get("client").asText()).isEqualTo("acme");
    assertThat(lines.get(1).get("state").asText()).isEqualTo("done");
    assertThat(lines.get(1).get("attempt").asInt()).isEqualTo(2);
    assertThat(samples.sealed("acme")).isEqualTo(40);
    Run again = run("job restart seal");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("left nothing to do").hasLineCount(1);
  }

  @Test
  void whileAnotherRunsJobsItDoesNothingQuietly() {
    try (Turn turn = Turn.take(installation.databases().registry()).orElseThrow()) {
      turn.requireHeld();
      for (String command : List.of("job run seal", "cron tick")) {
        Run run = run(command);
        assertThat(run.exitCode()).isEqualTo(75);
        assertThat(run.out() + run.err()).isEmpty();
      }
    }
    assertThat(samples.rows("acme")).isEqualTo(40);
    assertThat(run("job run seal").exitCode()).isZero();
  }

  @Test
  void aTickRunsEachDueJobOnce() {
    assertThat(run("cron check").exitCode()).isEqualTo(1);
    Run tick = run("cron tick");
    assertThat(tick.exitCode()).as(tick.err()).isZero();
    assertThat(tick.out() + tick.err()).isEmpty();
    assertThat(jobsOfHistory())
        .containsExactlyInAnyOrderElementsOf(
            Routines.installed().stream().map(Routine::name).toList());
    run("cron tick");
    // By its times: those of each five minutes may have come again meanwhile.
    assertThat(timesOfHistory()).doesNotHaveDuplicates();
    Run check = run("cron check");
    assertThat(check.exitCode()).as(check.out()).isZero();
    assertThat(check.out()).contains("seal", "done").doesNotContain("late ");
  }

  @Test
  void runsNothingFromCronWhenThePortalDoes() {
    Map<String, String> environment = new HashMap<>(installation.environment());
    environment.put("TBMS_SCHEDULER", "quartz");
    Run tick = Run.inside(environment, "cron", "tick");
    assertThat(tick.exitCode()).isEqualTo(1);
    assertThat(tick.err()).contains("TBMS_SCHEDULER is quartz").hasLineCount(1);
    assertThat(jobsOfHistory()).isEmpty();
  }

  @Test
  void forgetsRunsThatAreOld() {
    run("job run rollup");
    samples.registry("UPDATE %s.job_run SET started_at = '2020-01-01', slot_at = '2020-01-01'");
    run("cron tick");
    assertThat(samples.count("SELECT COUNT(*) FROM %s.job_run WHERE started_at < '2021-01-01'"))
        .isZero();
    long runs = samples.count("SELECT COUNT(*) FROM %s.job_run");
    assertThat(samples.count("SELECT COUNT(*) FROM %s.JOB_INSTANCE")).isEqualTo(runs);
    assertThat(samples.count("SELECT COUNT(*) FROM %s.JOB_EXECUTION")).isEqualTo(runs);
  }

  @Test
  void knowsNoOtherJob() {
    Run run = run("job run nonsense");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there is no job \"nonsense\"", "seal").hasLineCount(1);
  }

  private List<String> jobsOfHistory() {
    return run("job history --json --last 100").json().stream()
        .map(line -> line.get("job").asText())
        .toList();
  }

  private List<String> timesOfHistory() {
    return run("job history --json --last 100").json().stream()
        .map(line -> line.get("job").asText() + " of " + line.get("slot").asText())
        .toList();
  }

  private Run run(String line) {
    return Run.inside(installation.environment(), line.split(" "));
  }
}
