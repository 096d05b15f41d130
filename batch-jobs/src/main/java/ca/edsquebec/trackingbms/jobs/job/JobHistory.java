package ca.edsquebec.trackingbms.jobs.job;

import ca.edsquebec.trackingbms.jobs.batch.JobFields;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells of past runs. */
@Command(
    name = "history",
    description = "Lists past runs, newest first; they are kept for 60 days.",
    footer = {"", "Example:", "  tbms job history seal --last 50"})
public final class JobHistory implements Callable<Integer> {

  private static final int MOST = 10_000;

  private final Installation installation;
  private final Console console;

  @Parameters(
      paramLabel = "JOB",
      arity = "0..1",
      description = "Its name; all jobs when not given.")
  String job;

  @Option(
      names = "--last",
      paramLabel = "COUNT",
      defaultValue = "20",
      description = "How many; ${DEFAULT-VALUE} unless given.")
  int count;

  public JobHistory(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<String> name = Optional.ofNullable(job).map(Routines::named).map(Routine::name);
    int shown = Math.max(1, Math.min(count, MOST));
    console.list(
        installation.runs().newest(name, shown).stream().map(JobFields::of).toList(),
        "job",
        "started",
        "state",
        "by",
        "seconds",
        "attempts",
        "clients",
        "failures");
    return ExitCode.DONE;
  }
}
