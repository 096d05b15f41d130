package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.jobs.HeldJobs.HeldJob;
import ca.edsquebec.trackingbms.testkit.EmbeddedMariaDb;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database server of our own, killed under a job of the packed program and started again. */
class DatabaseRestartIT {

  /** So long it is away: longer than a program that does not wait would last. */
  private static final int AWAY_SECONDS = 3;

  @TempDir static Path data;

  private static EmbeddedMariaDb server;

  @TempDir Path home;

  @BeforeAll
  static void start() {
    server =
        EmbeddedMariaDb.start(
            TestDatabase.projectRoot().resolve("target/mariadb"), data.resolve("mariadb"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "seal", "verify-backup"})
  void aJobWaitsForTheServerAndDoesEachPieceOfWorkOnce(String name) throws Exception {
    HeldJob job =
        HeldJobs.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    try (JobWorld world = new JobWorld(server.access(), home)) {
      job.before().run(world);
      Process process = startAndTakeTheServerAway(job, world);
      try {
        bringTheServerBack(process);
        world.released();
        Run run = Run.ended(process, "");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
      } finally {
        process.destroyForcibly().waitFor();
      }
      job.once().run(world);
      assertThat(world.samples.count("SELECT MAX(attempts) FROM %s.job_run")).isEqualTo(1);
    }
  }

  private static Process startAndTakeTheServerAway(HeldJob job, JobWorld world) throws Exception {
    try (Connection lock = world.lock(job.table(), job.mode())) {
      Process process = world.start("job", "run", job.name());
      try {
        JobWorld.await(process, () -> world.isWaiting(job.place()));
        assertThat(lock.isValid(1)).isTrue();
      } catch (Exception | AssertionError e) {
        process.destroyForcibly().waitFor();
        throw e;
      }
      server.kill();
      return process;
    }
  }

  /** Also when the job did not wait: the next one needs it. */
  private static void bringTheServerBack(Process process) throws Exception {
    try {
      assertThat(process.waitFor(AWAY_SECONDS, TimeUnit.SECONDS)).as("it waits").isFalse();
    } finally {
      server = server.again();
    }
  }
}
