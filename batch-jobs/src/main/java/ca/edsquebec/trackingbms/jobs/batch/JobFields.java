package ca.edsquebec.trackingbms.jobs.batch;

import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.routine.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A run as it is told. */
public final class JobFields {

  private JobFields() {}

  /** Columns {@code job}, {@code slot}, {@code state}, {@code by}, {@code seconds} and others. */
  public static Fields of(Run run) {
    return new Fields()
        .with("job", run.job())
        .with("slot", run.slot())
        .with("state", word(run.state()))
        .with("by", run.by().name().toLowerCase(Locale.ROOT))
        .with("started", run.startedAt())
        .with("ended", run.ended())
        .with("seconds", run.ended().map(end -> seconds(run, end)))
        .with("attempts", run.attempts())
        .with("clients", run.clients())
        .with("failures", run.report().isEmpty() ? null : run.report());
  }

  private static long seconds(Run run, Instant end) {
    return Duration.between(run.startedAt(), end).toSeconds();
  }

  /** A state as it is told. */
  public static String word(Run.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
