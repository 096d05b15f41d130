package ca.edsquebec.trackingbms.jobs.cron;

import ca.edsquebec.trackingbms.jobs.batch.JobFields;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.routine.Run;
import ca.edsquebec.trackingbms.routine.Runs;
import ca.edsquebec.trackingbms.routine.Timetable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells whether jobs run as they should. */
@Command(
    name = "check",
    description = {
      "Tells for each job when it ran last, how that went, and when it is due next.",
      "Exit code 1 when one is late by more than 20 min, or its last run failed."
    },
    footer = {"", "Example:", "  tbms cron check"})
public final class CheckCron implements Callable<Integer> {

  private final Installation installation;
  private final Console console;
  private final Clock clock;

  public CheckCron(Installation installation, Console console, Clock clock) {
    this.installation = installation;
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Timetable timetable = Timetable.of(installation.settings());
    Runs runs = installation.runs();
    Instant now = clock.instant();
    boolean wrong = false;
    List<Fields> found = new ArrayList<>();
    for (Routine routine : Routines.installed()) {
      Optional<Run> last = runs.last(routine.name());
      boolean late = timetable.isLate(routine, last, now);
      wrong |= late || last.get().state() == Run.State.FAILED;
      found.add(
          new Fields()
              .with("job", routine.name())
              .with("due", routine.cadence().toString())
              .with("last", last.map(Run::startedAt))
              .with("state", last.map(run -> JobFields.word(run.state())))
              .with("next", routine.cadence().dueAfter(now, timetable.zone()))
              .with("late", late)
              .shown("late", late ? "late" : ""));
    }
    console.list(found, "job", "due", "last", "state", "next", "late");
    return wrong ? ExitCode.FAILED : ExitCode.DONE;
  }
}
