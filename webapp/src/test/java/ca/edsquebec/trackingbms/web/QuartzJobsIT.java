package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.routine.Run;
import ca.edsquebec.trackingbms.routine.Runs;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalServer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A portal whose host has no cron. */
class QuartzJobsIT {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  /** The others work on the installation as a whole, or on clients that need it. */
  private static final Set<String> FOR_EACH_CLIENT = Set.of("seal", "rollup", "expire");

  @Test
  void runsWhatIsDueForBothClients() throws Exception {
    try (TestInstallation installation = new TestInstallation(Map.of("TBMS_SCHEDULER", "quartz"));
        PortalServer portal = Portal.start(installation.environment(), "quartz", "")) {
      assertThat(portal.url()).isNotNull();
      Runs runs = new Runs(installation.databases().registry(), Clock.systemUTC());
      for (Routine routine : Routines.installed()) {
        Run run = done(runs, routine.name());
        assertThat(run.by()).isEqualTo(Run.By.QUARTZ);
        assertThat(run.report()).as(routine.name()).isEmpty();
        if (FOR_EACH_CLIENT.contains(routine.name())) {
          assertThat(run.clients()).as(routine.name()).isEqualTo(2);
        }
      }
    }
  }

  // Another thread's work in a database: nothing to await but to ask.
  private static Run done(Runs runs, String job) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (runs.last(job).filter(run -> run.state() == Run.State.DONE).isEmpty()) {
      assertThat(System.nanoTime()).as(job + " is not done in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return runs.last(job).orElseThrow();
  }
}
