package ca.edsquebec.trackingbms.jobs.job;

import ca.edsquebec.trackingbms.jobs.batch.JobFields;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.routine.Run;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells how the last run of a job went. */
@Command(
    name = "status",
    description = {
      "Tells how a job's last run went, and for which clients it failed.",
      "A run that is \"running\" while nothing runs belongs to a program that died; the next run"
          + " goes on with it."
    },
    footer = {"", "Example:", "  tbms job status seal"})
public final class ShowJob implements Callable<Integer> {

  private final Installation installation;
  private final Console console;

  @Parameters(paramLabel = "JOB", description = "Its name; tbms job list shows all.")
  String job;

  public ShowJob(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<Run> last = installation.runs().last(Routines.named(job).name());
    console.tell(
        last.map(JobFields::of).orElseGet(() -> new Fields().with("job", job)),
        last.map(ShowJob::sentences).orElseGet(() -> new String[] {job + " has not run yet"}));
    return ExitCode.DONE;
  }

  private static String[] sentences(Run run) {
    String first =
        "%s for %s: %s, attempt %d, %d clients, begun %s%s"
            .formatted(
                run.job(),
                run.slot(),
                JobFields.word(run.state()),
                run.attempts(),
                run.clients(),
                run.startedAt(),
                run.ended().map(end -> ", ended " + end).orElse(""));
    return Stream.concat(Stream.of(first), run.report().stream().map("  failed for "::concat))
        .toArray(String[]::new);
  }
}
