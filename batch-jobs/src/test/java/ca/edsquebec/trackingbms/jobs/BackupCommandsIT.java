package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestInstallation;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups and the doctor, at the command line and as jobs. */
class BackupCommandsIT {

  @TempDir Path folder;
  private TestInstallation installation;

  @BeforeEach
  void start() {
    installation =
        new TestInstallation(
            Map.of("TBMS_HOME", folder.toString(), "TBMS_BACKUP_DIR", folder + "/backups"));
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void createsListsVerifiesAndRestores() throws SQLException {
    List<JsonNode> made = done("backup create --json").json();
    assertThat(made)
        .extracting(line -> line.at("/place").asText())
        .containsExactly("_registry", "acme", "boreal");
    assertThat(done("backup list --json").json()).hasSize(3);
    assertThat(done("backup list --client acme").lines()).hasSize(2);
    assertThat(done("backup verify --client acme").out()).contains("is good");
    String file = made.get(1).at("/file").asText();
    Run refused = run("backup restore " + file);
    assertThat(refused.exitCode()).as(refused.out() + refused.err()).isZero();
    installation
        .access()
        .execute(
            "INSERT INTO `%s`.place (uid, name, time_zone) VALUES ('p', 'P', 'UTC')"
                .formatted(installation.databaseOf("acme")));
    Run again = run("backup restore " + file);
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("--force").hasLineCount(1);
    assertThat(done("backup restore " + file + " --force").out()).contains("Restart the portal");
    assertThat(done("backup restore " + file + " --as acme-b --name Copie").exitCode()).isZero();
    assertThat(done("tenant list").out()).contains("acme-b").contains("Copie");
    dropCopy();
  }

  private void dropCopy() throws SQLException {
    String database = installation.databaseOf("acme-b");
    installation.access().execute("DROP DATABASE `" + database + "`");
  }

  @Test
  void runsAsJobs() throws Exception {
    assertThat(done("job run backup").exitCode()).isZero();
    assertThat(done("backup list --json").json()).hasSize(3);
    done("job run verify-backup");
    assertThat(done("backup list --json").json())
        .allSatisfy(line -> assertThat(line.has("verifiedAt")).isTrue());
  }

  @Test
  void deletesWhatNeedNotBeKeptAnyMoreAlsoWhereNoNewOneCanBeMade() throws Exception {
    Map<String, String> fewer = new HashMap<>(installation.environment());
    for (String kind : List.of("DAILY", "WEEKLY", "MONTHLY")) {
      fewer.put("TBMS_BACKUP_KEEP_" + kind, "1");
    }
    Path acme = Files.createDirectories(folder.resolve("backups/acme"));
    installation.access().execute("DROP DATABASE `" + installation.databaseOf("acme") + "`");
    for (String command : List.of("job run backup", "backup create --client acme")) {
      Path old = Files.createFile(acme.resolve("acme-20260101T020000Z.tbms"));
      Path last = acme.resolve("acme-20260102T020000Z.tbms");
      Files.write(last, new byte[0]);
      Run run = Run.inside(fewer, command.split(" "));
      assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
      assertThat(old).doesNotExist();
      assertThat(last).as("the last good one").exists();
    }
  }

  @Test
  void tellsWhatIsWrongAndWhatToDo() throws Exception {
    Run first = run("doctor");
    assertThat(first.exitCode()).as(first.out()).isZero();
    assertThat(first.out())
        .contains("warn  backups: client acme has none")
        .contains("-> tbms backup create")
        .contains("all backups lie on this account")
        .contains("--key-copy");
    done("backup create");
    done("backup verify");
    assertThat(run("doctor").out()).contains("ok    backups: 3 places");
    installation.access().execute("DROP DATABASE `" + installation.databaseOf("acme") + "`");
    Run broken = run("doctor --json");
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.json())
        .anySatisfy(
            line -> {
              assertThat(line.at("/level").asText()).isEqualTo("fail");
              assertThat(line.at("/what").asText()).contains(installation.databaseOf("acme"));
            });
    Files.writeString(folder.resolve(".env"), "");
    Files.setPosixFilePermissions(
        folder.resolve(".env"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(run("doctor").out()).contains("chmod 600");
  }

  @Test
  void saysThatThereIsNowhereToPushTo() {
    Run run = run("backup push");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("TBMS_BACKUP_SFTP").hasLineCount(1);
  }

  private Run done(String line) {
    Run run = run(line);
    assertThat(run.exitCode()).as(line + "\n" + run.out() + run.err()).isZero();
    return run;
  }

  private Run run(String line) {
    return Run.inside(installation.environment(), line.split(" +"));
  }
}
