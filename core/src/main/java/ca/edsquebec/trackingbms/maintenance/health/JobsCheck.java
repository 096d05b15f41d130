package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.routine.Run;
import ca.edsquebec.trackingbms.routine.Runs;
import ca.edsquebec.trackingbms.routine.Timetable;
import java.util.List;
import java.util.Optional;

/** How each job ended the last time. That none runs at all is told by {@link CronCheck}. */
final class JobsCheck implements Check {

  private final Runs runs;

  JobsCheck(Surroundings around) {
    this.runs = new Runs(around.databases().registry(), around.clock());
  }

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings =
        Routines.installed().stream()
            .map(Routine::name)
            .map(job -> judge(runs.last(job)).about(job))
            .toList();
    return findings.isEmpty() ? List.of(Finding.unknown(name(), "none")) : findings;
  }

  private Finding judge(Optional<Run> last) {
    if (last.isEmpty()) {
      return Finding.unknown(name(), "never");
    }
    return switch (last.get().state()) {
      case DONE -> Finding.of(name(), Status.OK, "ok", Measure.NONE);
      case FAILED -> failed(last.get());
      // Before its end nobody knows; but it ended before its end again and again.
      case RUNNING ->
          last.get().attempts() > Timetable.ATTEMPTS
              ? failed(last.get())
              : Finding.unknown(name(), "running");
      case STOPPED -> Finding.unknown(name(), "stopped");
    };
  }

  private Finding failed(Run last) {
    Measure measure = Measure.of(last.attempts(), Timetable.ATTEMPTS, Measure.Unit.COUNT);
    Status status = last.attempts() < Timetable.ATTEMPTS ? Status.WARN : Status.FAIL;
    return Finding.of(name(), status, "failed", measure)
        .with(last.report().stream().findFirst().orElse(""));
  }
}
