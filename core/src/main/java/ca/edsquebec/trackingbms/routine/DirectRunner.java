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
      patience.call(work::whole);
      return clients(routine, work, turn);
    } catch (BusyException lost) {
      throw lost;
    } catch (RuntimeException e) {
      LOG.error("the job {} failed", routine.name(), e);
      return Result.failed(String.valueOf(e.getMessage()));
    }
  }

  private Result clients(Routine routine, Work work, Turn turn) {
    int done = 0;
    List<String> failures = new ArrayList<>();
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
