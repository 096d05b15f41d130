package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.platform.OutboundGuard;
import ca.edsquebec.trackingbms.tenant.Databases;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What calls are made with. Closing it ends its threads: first the calls, then this.
 *
 * @param lines all connections
 * @param workers a few threads for what blocks: leases, storing
 * @param lookups looks names up: where a name server is away, storing goes on
 * @param held bytes of all calls together that are not stored yet
 */
record Means(
    Databases databases,
    OutboundGuard guard,
    FrameIntake intake,
    Lines lines,
    ScheduledExecutorService workers,
    Lookups lookups,
    AtomicLong held,
    PullTimes times,
    Clock clock)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Means.class);

  private static final int LOOKUPS = 4;

  static Means open(
      Databases databases,
      OutboundGuard guard,
      FrameIntake intake,
      int threads,
      PullTimes times,
      Clock clock) {
    return new Means(
        databases,
        guard,
        intake,
        new Lines(clock),
        Storing.workers(threads, "pull-worker-"),
        new Lookups(Executors.newFixedThreadPool(LOOKUPS, Storing.threads("pull-lookup-"))),
        new AtomicLong(),
        times,
        clock);
  }

  Storing storing() {
    return new Storing(intake, workers, held, times.gather());
  }

  @Override
  public void close() {
    lookups.close();
    lines.close();
    workers.shutdown();
    // What is being stored has thirty seconds; it must not find its pool closed.
    if (!Uninterrupted.awaitEnd(workers, TimeUnit.SECONDS.toNanos(35))) {
      LOG.warn("what devices said last is still being stored");
    }
  }
}
