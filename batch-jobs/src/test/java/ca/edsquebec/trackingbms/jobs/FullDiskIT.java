package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The nightly backup where its file can't become as large as it has to be: the system refuses to
 * write on, as it does on a full disk and beyond a quota.
 */
class FullDiskIT {

  /** Blocks of 512 bytes: half a megabyte. */
  private static final String LIMIT = "1024";

  @TempDir Path home;

  @Test
  void theBackupThatHasNoRoomIsRefusedAndTheOthersAreMade() throws Exception {
    try (JobWorld world = new JobWorld(TestDatabase.access(), home)) {
      fill(world.installation.databaseOf("acme"), world);
      Run refused =
          Run.ended(
              Run.limited(
                  "ulimit -f " + LIMIT, world.installation.environment(), "job", "run", "backup"),
              "");
      assertThat(refused.exitCode()).as(refused.err()).isEqualTo(1);
      assertThat(refused.err())
          .startsWith("tbms: job backup failed for acme: the backup of the client acme can't be")
          .contains("File too large", "make room, or set TBMS_BACKUP_DIR")
          .hasLineCount(1);
      assertThat(world.backups("acme")).as("nothing half is left").isEmpty();
      assertThat(world.backups("boreal")).hasSize(1);
      assertThat(world.backups("_registry")).hasSize(1);
      Run again = world.run("job", "restart", "backup");
      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(world.backups("acme")).singleElement().asString().endsWith(".tbms");
      assertThat(world.backups("boreal")).as("it was not made anew").hasSize(1);
    }
  }

  /** Three megabytes that no compression makes smaller. */
  private static void fill(String db, JobWorld world) throws SQLException {
    world
        .installation
        .access()
        .execute(
            ("INSERT INTO {db}.sample_chunk SELECT s.seq, 0, 720, 1, 2,"
                    + " (SELECT GROUP_CONCAT(SHA2(RAND(s.seq * 200 + r.seq), 512) SEPARATOR '')"
                    + " FROM {db}.seq_1_to_60 r WHERE s.seq > 0) FROM {db}.seq_1_to_400 s")
                .replace("{db}", "`" + db + "`"));
  }
}
