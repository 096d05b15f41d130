package ca.edsquebec.trackingbms.jobs.job;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.routine.Routines;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells which jobs there are; needs no installation. */
@Command(
    name = "list",
    description = "Lists the jobs and when each is due, in the time zone TBMS_TIME_ZONE.",
    footer = {"", "Example:", "  tbms job list"})
public final class ListJobs implements Callable<Integer> {

  private final Console console;

  public ListJobs(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.list(
        Routines.installed().stream()
            .map(
                routine ->
                    new Fields()
                        .with("job", routine.name())
                        .with("due", routine.cadence().toString())
                        .with("purpose", routine.purpose()))
            .toList(),
        "job",
        "due",
        "purpose");
    return ExitCode.DONE;
  }
}
