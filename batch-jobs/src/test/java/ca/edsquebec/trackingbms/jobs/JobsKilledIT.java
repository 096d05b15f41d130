package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.jobs.HeldJobs.HeldJob;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packed program, killed in the middle of each job and started again. */
class JobsKilledIT {

  @TempDir Path home;

  static List<HeldJob> jobs() {
    return HeldJobs.all();
  }

  @Test
  void knowsWhereToHoldEachJobThatThereIs() {
    assertThat(jobs().stream().map(HeldJob::name))
        .containsExactlyInAnyOrderElementsOf(
            Routines.installed().stream().map(Routine::name).toList());
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void doesEachPieceOfWorkOnce(HeldJob job) throws Exception {
    try (JobWorld world = new JobWorld(TestDatabase.access(), home)) {
      job.before().run(world);
      killInTheMiddle(job, world);
      world.released();
      // Not "run": that begins anew when the job's next time came meanwhile.
      Run again = world.run("job", "restart", job.name(), "--json");
      assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
      List<JsonNode> lines = again.json();
      JsonNode end = lines.get(lines.size() - 1);
      assertThat(end.get("state").asText()).isEqualTo("done");
      assertThat(end.get("attempt").asInt()).isEqualTo(2);
      job.once().run(world);
      assertThat(world.samples.count("SELECT COUNT(*) FROM %s.job_run WHERE state <> 'DONE'"))
          .isZero();
    }
  }

  private static void killInTheMiddle(HeldJob job, JobWorld world) throws Exception {
    try (Connection lock = world.lock(job.table(), job.mode())) {
      Process process = world.start("job", "run", job.name());
      try {
        JobWorld.await(
            process,
            () ->
                world.isWaiting(job.place()) && isUnderWay(job, world) && holds(job.half(), world));
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(lock.isValid(1)).isTrue();
    }
  }

  /** Before that it may wait, too, and nothing would be left to go on with. */
  private static boolean isUnderWay(HeldJob job, JobWorld world) {
    return world.samples.count(
            "SELECT COUNT(*) FROM %s.job_run WHERE state = 'RUNNING' AND job = '"
                + job.name()
                + "'")
        > 0;
  }

  private static boolean holds(HeldJobs.State state, JobWorld world) {
    try {
      return state.holds(world);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
