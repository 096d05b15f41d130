package ca.edsquebec.trackingbms.routine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run of a routine, with its restarts.
 *
 * @param slot the time at which it was due
 * @param by who started it
 * @param startedAt its last attempt
 * @param ended empty while it runs, or when its program died
 * @param attempts 1 unless it was restarted
 * @param clients of how many clients the work was done
 * @param report what failed, one line a client; empty when nothing did
 * @param batchInstance its instance in the repository of Jakarta Batch; empty when Quartz ran it
 */
public record Run(
    long id,
    String job,
    Instant slot,
    By by,
    Instant startedAt,
    Optional<Instant> ended,
    State state,
    int attempts,
    int clients,
    List<String> report,
    Optional<Long> batchInstance) {

  /** Who starts runs. Stored by name. */
  public enum By {
    CRON,
    QUARTZ,
    HAND
  }

  /** How a run stands. Stored by name. */
  public enum State {
    /** It runs; or its program died, when nobody holds the lease. */
    RUNNING,
    DONE,
    /** Not done for some clients, or not at all. */
    FAILED,
    /** Ended by somebody before its end. */
    STOPPED
  }
}
