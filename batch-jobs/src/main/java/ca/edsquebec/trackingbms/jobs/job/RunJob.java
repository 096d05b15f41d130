package ca.edsquebec.trackingbms.jobs.job;

import ca.edsquebec.trackingbms.jobs.batch.Jobs;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one job now. */
@Command(
    name = "run",
    description = {
      "Runs a job now, due or not. What its last run left when it was ended goes on.",
      "Silent when nobody watches and nothing is wrong. Exit code 75 when another program runs"
          + " jobs now, 1 when it failed for a client."
    },
    footer = {"", "Examples:", "  tbms job run seal", "  tbms job run cleanup --dry-run"})
public final class RunJob implements Callable<Integer> {

  private final Jobs jobs;

  @Parameters(paramLabel = "JOB", description = "Its name; tbms job list shows all.")
  String job;

  @Option(
      names = "--dry-run",
      description = "Tells what would be deleted and changes nothing; for cleanup only.")
  boolean dryRun;

  public RunJob(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    Routine routine = Routines.named(job);
    if (dryRun) {
      return jobs.list(routine);
    }
    return jobs.command(dispatch -> List.of(dispatch.run(routine)));
  }
}
