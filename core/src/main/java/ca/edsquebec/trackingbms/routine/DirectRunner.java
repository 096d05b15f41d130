package ca.edsquebec.trackingbms.routine;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a routine on the caller's thread, one client after another, until it is closed. */
public final class DirectRunner implements Runner, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DirectRunner.class);

  private final Workplace place;
  private final Patience patience = new Patience(Patience.USUAL, () -> !isClosed());
  private volatile boolean closed;

  public DirectRunner(Workplace place) {
    this.place = place;
  }

  @Override
  public Result run(Routine routine, Run run, Turn turn) {
    try (Work work = routine.begin(place)) {
      List<String> failures = new ArrayList<>();
      whole(routine, work, failures);
      return clients(routine, work, turn, failures);
    } catch (BusyException lost) {
      throw lost;
    } catch (RuntimeException e) {
      LOG.error("the job {} failed", routine.name(), e);
      return Result.failed(String.valueOf(e.getMessage()));
    }
  }

  private void whole(Routine routine, Work work, List<String> failures) {
    try {
      patience.call(work::whole);
    } catch (RuntimeException e) {
      LOG.error("the job {} failed for the installation", routine.name(), e);
      failures.add("the installation: " + e.getMessage());
    }
  }

  private Result clients(Routine routine, Work work, Turn turn, List<String> failures) {
    int done = 0;
    for (Tenant client : place.databases().tenants().list()) {
      if (closed) {
        return new Result(Run.State.STOPPED, done, failures);
      }
      if (work.concerns(client)) {
        turn.requireHeld(patience);
        try {
          patience.call(() -> work.client(client.id()));
          done++;
        } catch (RuntimeException e) {
          LOG.error("the job {} failed for client {}", routine.name(), client.id(), e);
          failures.add(client.id() + ": " + e.getMessage());
        }
      }
    }
    return new Result(failures.isEmpty() ? Run.State.DONE : Run.State.FAILED, done, failures);
  }

  private boolean isClosed() {
    return closed;
  }

  /** Lets it end after the client that it is at. */
  @Override
  public void close() {
    closed = true;
  }
}
