package ca.edsquebec.trackingbms.routine;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lets routines run, one after another, whatever starts them: under the installation's one slot and
 * each under its own lease, and written down in {@link Runs}.
 */
public final class Dispatch {

  /** A run that has ended. */
  public record Ended(Run run, Result result) {}

  private record Due(Routine routine, Instant slot, Optional<Run> restarted) {}

  private final Patience patience = new Patience(Patience.USUAL, () -> true);
  private final RegistryDatabase registry;
  private final Runs runs;
  private final Timetable timetable;
  private final Runner runner;
  private final Run.By by;
  private final Clock clock;

  public Dispatch(
      RegistryDatabase registry, Timetable timetable, Runner runner, Run.By by, Clock clock) {
    this.registry = registry;
    this.runs = new Runs(registry, clock);
    this.timetable = timetable;
    this.runner = runner;
    this.by = by;
    this.clock = clock;
  }

  /**
   * Runs what is due, what has waited longest first, and what is tried again behind all that.
   *
   * @throws BusyException when another program has the slot, or took it over meanwhile
   */
  public List<Ended> tick(List<Routine> routines) {
    try (Turn turn = turn()) {
      List<Ended> ended = new ArrayList<>();
      for (Due due : due(routines)) {
        turn.requireHeld();
        Ended one = run(due);
        ended.add(one);
        if (one.result().state() == Run.State.STOPPED) {
          return ended;
        }
      }
      runs.purge();
      return ended;
    }
  }

  /**
   * Runs one now, due or not. What its last run left undone in the present period goes on.
   *
   * @throws BusyException when another program has the slot
   */
  public Ended run(Routine routine) {
    try (Turn turn = turn()) {
      turn.requireHeld();
      Instant slot = timetable.slot(routine, clock.instant());
      return run(
          new Due(routine, slot, unfinished(routine).filter(run -> !run.slot().isBefore(slot))));
    }
  }

  /**
   * Runs the last run of a routine once more, whenever it was.
   *
   * @return empty when it is done
   * @throws BusyException when another program has the slot
   */
  public Optional<Ended> restart(Routine routine) {
    try (Turn turn = turn()) {
      turn.requireHeld();
      return runs.last(routine.name())
          .filter(run -> run.state() != Run.State.DONE)
          .map(run -> run(new Due(routine, run.slot(), Optional.of(run))));
    }
  }

  private Turn turn() {
    return Turn.take(registry)
        .orElseThrow(() -> new BusyException("another program runs jobs of this installation now"));
  }

  /**
   * Who had the slot before and died may have renewed this one a little later: worth waiting for.
   */
  private Turn turnOf(Routine routine) {
    return patience.call(
        () ->
            Turn.take(registry, routine)
                .orElseThrow(
                    () -> new BusyException("another program runs " + routine.name() + " now")));
  }

  private Optional<Run> unfinished(Routine routine) {
    return runs.last(routine.name())
        .filter(run -> run.state() == Run.State.RUNNING || run.state() == Run.State.STOPPED);
  }

  private List<Due> due(List<Routine> routines) {
    Instant now = clock.instant();
    List<Due> due = new ArrayList<>();
    for (Routine routine : routines) {
      Optional<Run> last = runs.last(routine.name());
      Instant slot = timetable.slot(routine, now);
      switch (timetable.step(routine, last, now)) {
        case BEGIN -> due.add(new Due(routine, slot, Optional.empty()));
        case RESTART -> due.add(new Due(routine, slot, last));
        case NOTHING -> {}
      }
    }
    // What a program died of may be the death of the next one too: all else comes before.
    due.sort(
        Comparator.comparing((Due one) -> one.restarted().isPresent())
            .thenComparing(Due::slot)
            .thenComparing(one -> one.routine().name()));
    return due;
  }

  private Ended run(Due due) {
    try (Turn turn = turnOf(due.routine())) {
      Run run =
          due.restarted()
              .map(last -> runs.restart(last, by))
              .orElseGet(() -> runs.begin(due.routine(), due.slot(), by));
      Result result = runner.run(due.routine(), run, turn);
      // While it worked the database may have gone away; how it ended is worth waiting for.
      turn.requireHeld(patience);
      patience.call(
          () -> {
            runs.end(run, result);
            return run;
          });
      return new Ended(run, result);
    }
  }
}
