package ca.edsquebec.trackingbms.jobs.batch;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Failure;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.routine.Dispatch;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Run;
import ca.edsquebec.trackingbms.routine.Timetable;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.routine.Workplace;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs jobs in this process and tells how it went: to who watches all of it, to nobody only what is
 * wrong.
 */
public final class Jobs {

  private final Installation installation;
  private final Console console;
  private final Clock clock;

  public Jobs(Installation installation, Console console, Clock clock) {
    this.installation = installation;
    this.console = console;
    this.clock = clock;
  }

  /**
   * Runs what somebody named in a command, at a terminal or not: that stands in the platform's
   * audit, however it ended.
   *
   * @param what lets run what is to run
   * @return as {@link #run}
   */
  public int command(Function<Dispatch, List<Dispatch.Ended>> what) {
    return run(
        console.isTerminal() ? Run.By.HAND : Run.By.CRON,
        dispatch -> {
          List<Dispatch.Ended> ended = what.apply(dispatch);
          ended.forEach(this::record);
          return ended;
        });
  }

  /**
   * @param what lets run what is to run
   * @return the exit code; {@link ExitCode#BUSY} when another program runs jobs
   */
  public int run(Run.By by, Function<Dispatch, List<Dispatch.Ended>> what) {
    Workplace place = installation.workplace();
    BatchRunner runner = new BatchRunner(place, this::tell);
    Dispatch dispatch =
        new Dispatch(
            place.databases().registry(), Timetable.of(place.settings()), runner, by, clock);
    try (Interrupt interrupt = Interrupt.of(runner)) {
      List<Dispatch.Ended> ended = what.apply(dispatch);
      ended.forEach(this::tell);
      return exitCode(ended);
    } catch (BusyException busy) {
      if (console.isTerminal()) {
        console.error(busy.getMessage());
      }
      return ExitCode.BUSY;
    }
  }

  /**
   * Tells what a routine would do, one part after another, without a lease and without a trace.
   *
   * @return the exit code; failed when a part could not be told
   */
  public int list(Routine routine) {
    Workplace place = installation.workplace();
    try (Work work = routine.preview(place)) {
      boolean whole = list(routine, "", work::whole);
      boolean all =
          place.databases().tenants().list().stream()
              .filter(work::concerns)
              .map(client -> list(routine, client.id().slug(), () -> work.client(client.id())))
              .reduce(whole, Boolean::logicalAnd);
      return all ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private boolean list(Routine routine, String client, Supplier<String> part) {
    String where = client.isEmpty() ? "installation" : client;
    try {
      String would = part.get();
      console.tell(
          new Fields().with("job", routine.name()).with("client", client).with("would", would),
          where + ": " + (would.isEmpty() ? "nothing" : would));
      return true;
    } catch (RuntimeException e) {
      console.error(where + ": " + new Failure(e).sentence());
      return false;
    }
  }

  private void tell(Routine routine, Outcome outcome, int clients, int total) {
    if (outcome.client().isEmpty()) {
      return;
    }
    console.progress("%s: %d of %d clients".formatted(routine.name(), clients, total));
    console.tellPrograms(
        new Fields()
            .with("job", routine.name())
            .with("client", outcome.client())
            .with("done", outcome.done())
            .with("failure", outcome.failure())
            .with("clients", clients)
            .with("total", total));
  }

  private void tell(Dispatch.Ended ended) {
    console.progress("");
    String state = JobFields.word(ended.result().state());
    console.tellWatcher(
        new Fields()
            .with("job", ended.run().job())
            .with("state", state)
            .with("clients", ended.result().clients())
            .with("attempt", ended.run().attempts())
            .with("failures", ended.result().failures()),
        "%s: %s, %d clients".formatted(ended.run().job(), state, ended.result().clients()));
    ended
        .result()
        .failures()
        .forEach(failure -> console.error("job " + ended.run().job() + " failed for " + failure));
  }

  private void record(Dispatch.Ended ended) {
    installation.record(
        Change.made(
            Action.JOB_RUN,
            "job:" + ended.run().job(),
            Map.of(
                "state", ended.result().state().name(),
                "attempt", Integer.toString(ended.run().attempts()),
                "clientsDone", Integer.toString(ended.result().clients()))));
  }

  private static int exitCode(List<Dispatch.Ended> ended) {
    if (ended.stream().anyMatch(one -> one.result().state() == Run.State.STOPPED)) {
      return ExitCode.STOPPED;
    }
    boolean failed = ended.stream().anyMatch(one -> one.result().state() == Run.State.FAILED);
    return failed ? ExitCode.FAILED : ExitCode.DONE;
  }
}
