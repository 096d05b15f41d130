package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.AuditQuery;
import ca.edsquebec.trackingbms.audit.Entry;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody at the command line does to an installation of two clients is in its audit. */
class CommandAuditIT {

  @TempDir Path home;

  private TestInstallation installation;

  @BeforeEach
  void start() {
    installation =
        new TestInstallation(
            Map.of("TBMS_HOME", home.toString(), "TBMS_BACKUP_DIR", home.resolve("b").toString()));
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void aJobThatSomebodyRanIsThereWithItsResult() {
    assertThat(run("job run rollup")).isZero();
    List<Entry> entries = entries(Action.JOB_RUN);
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).actor()).isEqualTo(Actor.command());
    assertThat(entries.get(0).change().object()).isEqualTo("job:rollup");
    assertThat(entries.get(0).change().after())
        .isEqualTo(Map.of("state", "DONE", "attempt", "1", "clientsDone", "2"));
  }

  @Test
  void aJobThatFailedIsThereToo() throws Exception {
    installation
        .access()
        .execute("DROP TABLE `%s`.rollup_pending".formatted(installation.databaseOf("acme")));
    assertThat(run("job run rollup")).isEqualTo(1);
    assertThat(entries(Action.JOB_RUN).get(0).change().after()).containsEntry("state", "FAILED");
  }

  @Test
  void whatCronStartsAndWhatNeverBeganIsNot() {
    run("cron tick");
    assertThat(run("job run nonsense")).isEqualTo(2);
    assertThat(run("job run cleanup --dry-run")).isZero();
    assertThat(entries(Action.JOB_RUN)).isEmpty();
  }

  @Test
  void aBackupIsThereForEachPlace() {
    assertThat(run("backup create")).isZero();
    assertThat(entries(Action.BACKUP_CREATED))
        .extracting(entry -> entry.change().object())
        .containsExactlyInAnyOrder("registry", "client:acme", "client:boreal");
    assertThat(installation.audit().verify(Optional.empty()).isWhole()).isTrue();
  }

  @Test
  void aChangeOfKeysIsThere() {
    assertThat(run("keys rotate --master")).isZero();
    assertThat(entries(Action.KEYS_ROTATED))
        .extracting(entry -> entry.change().object())
        .containsExactly("keys:master");
  }

  @Test
  void aSecretSettingIsKeptWithoutItsValue() {
    Map<String, String> environment = new HashMap<>(installation.environment());
    Run kept = Run.fed(environment, "hiver 2027\n", "keys", "keep", "TBMS_MAIL_PASSWORD");
    assertThat(kept.exitCode()).as(kept.err()).isZero();
    assertThat(run("keys keep TBMS_MASTER_KEY")).isEqualTo(2);
    assertThat(run("keys keep TBMS_MAIL_PASSWORD --forget")).isZero();
    assertThat(entries(Action.SETTING_FORGOTTEN)).hasSize(1);
    assertThat(entries(Action.SETTING_KEPT))
        .singleElement()
        .asString()
        .contains("setting:TBMS_MAIL_PASSWORD")
        .doesNotContain("hiver");
  }

  private int run(String line) {
    return Run.inside(new HashMap<>(installation.environment()), line.split(" +")).exitCode();
  }

  private List<Entry> entries(Action action) {
    return installation.audit().list(Optional.empty(), AuditQuery.ALL.of(action)).entries();
  }
}
