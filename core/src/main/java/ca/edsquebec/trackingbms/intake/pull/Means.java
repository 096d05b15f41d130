package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.platform.OutboundGuard;
import ca.edsquebec.trackingbms.tenant.Databases;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What calls are made with. Closing it ends its threads: first the calls, then this.
 *
 * @param lines all connections
 * @param workers a few threads for what blocks: leases, storing
 * @param lookups threads for looking names up: where a name server is away, storing goes on
 * @param held frames of all calls together that are not stored yet
 */
record Means(
    Databases databases,
    OutboundGuard guard,
    FrameIntake intake,
    Lines lines,
    ScheduledExecutorService workers,
    ExecutorService lookups,
    AtomicLong held,
    PullTimes times,
    Clock clock)
    implements AutoCloseable {

  private static final int LOOKUPS = 2;

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
        workers(threads),
        Executors.newFixedThreadPool(LOOKUPS, threads("pull-lookup-")),
        new AtomicLong(),
        times,
        clock);
  }

  private static ScheduledExecutorService workers(int threads) {
    ScheduledThreadPoolExecutor workers =
        new ScheduledThreadPoolExecutor(threads, threads("pull-worker-"));
    workers.setRemoveOnCancelPolicy(true);
    workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return workers;
  }

  private static ThreadFactory threads(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    lookups.shutdown();
    lines.close();
    workers.shutdown();
    try {
      // What is being stored has thirty seconds; it must not find its pool closed.
      workers.awaitTermination(35, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
