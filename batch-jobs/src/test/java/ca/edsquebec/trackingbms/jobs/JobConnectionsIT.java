package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs on an account that has three connections left, whatever they have beside their pool. */
class JobConnectionsIT {

  private static final int LIMIT = 3;

  private static final String ACCOUNT = "narrow_jobs";
  private static final String PASSWORD = "narrow-jobs-1";

  @TempDir Path home;
  private JobWorld world;
  private Map<String, String> narrow;

  @BeforeEach
  void start() throws SQLException {
    world = new JobWorld(TestDatabase.access(), home);
    world
        .installation
        .access()
        .execute(
            "DROP USER IF EXISTS '" + ACCOUNT + "'@'%'",
            "CREATE USER '%s'@'%%' IDENTIFIED BY '%s' WITH MAX_USER_CONNECTIONS %d"
                .formatted(ACCOUNT, PASSWORD, LIMIT),
            "GRANT ALL ON *.* TO '" + ACCOUNT + "'@'%'");
    narrow = new HashMap<>(world.installation.environment());
    narrow.put("TBMS_DB_USER", ACCOUNT);
    narrow.put("TBMS_DB_PASSWORD", PASSWORD);
  }

  @AfterEach
  void stop() throws Exception {
    world.installation.access().execute("DROP USER IF EXISTS '" + ACCOUNT + "'@'%'");
    world.close();
  }

  @Test
  void allAreDoneWithTheConnectionsThatAPortalLeaves() throws Exception {
    Run tick = Run.packed(narrow, "", "cron", "tick");
    assertThat(tick.exitCode()).as(tick.out() + tick.err()).isZero();
    assertThat(tick.err()).isEmpty();
    for (String job : new String[] {"backup", "verify-backup", "optimise"}) {
      Run run = Run.packed(narrow, "", "job", "run", job);
      assertThat(run.exitCode()).as(job + ": " + run.out() + run.err()).isZero();
      assertThat(run.err()).as(job).isEmpty();
    }
    assertThat(world.samples.count("SELECT COUNT(DISTINCT job) FROM %s.job_run"))
        .isEqualTo(Routines.installed().size());
    assertThat(world.samples.count("SELECT COUNT(*) FROM %s.job_run WHERE state <> 'DONE'"))
        .isZero();
    assertThat(world.verified("boreal")).isEqualTo(1);
  }
}
