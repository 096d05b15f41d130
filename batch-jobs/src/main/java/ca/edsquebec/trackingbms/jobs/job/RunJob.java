package ca.edsquebec.trackingbms.jobs.job;

import ca.edsquebec.trackingbms.jobs.batch.Jobs;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.routine.Run;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs one job now. */
@Command(
    name = "run",
    description = {
      "Runs a job now, due or not. What its last run left when it was ended goes on.",
      "Silent when nobody watches and nothing is wrong. Exit code 75 when another program runs"
          + " jobs now, 1 when it failed for a client."
    },
    footer = {"", "Example:", "  tbms job run seal"})
public final class RunJob implements Callable<Integer> {

  private final Jobs jobs;
  private final Console console;

  @Parameters(paramLabel = "JOB", description = "Its name; tbms job list shows all.")
  String job;

  public RunJob(Jobs jobs, Console console) {
    this.jobs = jobs;
    this.console = console;
  }

  @Override
  public Integer call() {
    Routine routine = Routines.named(job);
    return jobs.run(
        console.isTerminal() ? Run.By.HAND : Run.By.CRON,
        dispatch -> List.of(dispatch.run(routine)));
  }
}
