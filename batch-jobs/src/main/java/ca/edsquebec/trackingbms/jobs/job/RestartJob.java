package ca.edsquebec.trackingbms.jobs.job;

import ca.edsquebec.trackingbms.jobs.batch.Jobs;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs again what the last run of a job did not do. */
@Command(
    name = "restart",
    description = {
      "Goes on with a job's last run where it stood: clients for which it failed first, then those"
          + " that it did not reach.",
      "Exit codes as of tbms job run; 2 when the last run is done."
    },
    footer = {"", "Example:", "  tbms job restart seal"})
public final class RestartJob implements Callable<Integer> {

  private final Jobs jobs;

  @Parameters(paramLabel = "JOB", description = "Its name; tbms job list shows all.")
  String job;

  public RestartJob(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    Routine routine = Routines.named(job);
    return jobs.command(
        dispatch ->
            List.of(
                dispatch
                    .restart(routine)
                    .orElseThrow(
                        () ->
                            new InvalidException(
                                "job",
                                "the last run of %s left nothing to do: tbms job run %s begins a"
                                        .formatted(job, job)
                                    + " new one"))));
  }
}
