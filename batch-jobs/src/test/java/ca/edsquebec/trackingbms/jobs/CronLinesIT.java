package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code tbms cron print} prints, done as cron does it: with next to no environment. */
class CronLinesIT {

  @TempDir Path folder;
  private TestInstallation installation;
  private Path home;

  @BeforeEach
  void start() throws IOException {
    home = Files.createDirectory(folder.resolve("l'accueil du site"));
    installation = new TestInstallation(Map.of("TBMS_HOME", home.toString()));
    String settings =
        installation.environment().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("TBMS_"))
            .filter(entry -> !entry.getKey().equals("TBMS_HOME"))
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    Files.writeString(home.resolve(".env"), settings + "TBMS_BACKUP_DIR=backups\n");
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void theOneLineRunsAllJobsInSilence() throws Exception {
    List<String> lines = printed("cron", "print");
    assertThat(lines).hasSize(1);
    Run run = cron(lines.get(0));
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out() + run.err()).isEmpty();
    assertThat(count("SELECT COUNT(DISTINCT job) FROM {db}.job_run WHERE state = 'DONE'"))
        .isEqualTo(Routines.installed().size());
    assertThat(home.resolve("logs/backup.log")).exists();
    assertThat(home.resolve("backups/acme")).isDirectoryContaining("glob:**.tbms");
  }

  @Test
  void aLineAJobRunsThatJob() throws Exception {
    List<String> lines = printed("cron", "print", "--each");
    assertThat(lines).hasSameSizeAs(Routines.installed());
    String rollup =
        lines.stream().filter(line -> line.endsWith(" job run rollup")).findFirst().orElseThrow();
    Run run = cron(rollup);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out() + run.err()).isEmpty();
    assertThat(count("SELECT COUNT(*) FROM {db}.job_run WHERE job = 'rollup'")).isEqualTo(1);
  }

  @Test
  void saysWhichSettingsCronWillNotSee() {
    Run run = Run.inside(installation.environment(), "cron", "print");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("Cron does not see this environment: put", "TBMS_DB_URL");
  }

  private List<String> printed(String... args) throws Exception {
    Run run = Run.packed(Map.of("TBMS_HOME", home.toString()), "", args);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("Cron does not see");
    return run.lines();
  }

  /** Vixie's: five fields, then a command for /bin/sh, in which a plain % would end it. */
  private static Run cron(String line) throws Exception {
    String command = line.split(" ", 6)[5];
    assertThat(command.replace("\\%", "")).doesNotContain("%");
    ProcessBuilder shell =
        new ProcessBuilder("/bin/sh", "-c", "umask 077; " + command.replace("\\%", "%"));
    shell.environment().clear();
    shell.directory(Path.of("/").toFile());
    return Run.ended(shell.start(), "");
  }

  private long count(String sql) {
    return installation
        .databases()
        .registry()
        .sql(
            (connection, db) -> {
              try (var statement = connection.createStatement();
                  var row = statement.executeQuery(sql.replace("{db}", db))) {
                row.next();
                return row.getLong(1);
              }
            });
  }
}
