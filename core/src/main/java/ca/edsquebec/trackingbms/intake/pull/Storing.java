package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.intake.FrameIntake;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What it takes to store what devices say.
 *
 * @param workers a few threads for what blocks
 * @param held bytes of all devices together that are not stored yet
 * @param gather for how long frames are gathered before they are decoded and stored
 */
record Storing(
    FrameIntake intake, ScheduledExecutorService workers, AtomicLong held, Duration gather) {

  /** Threads for what blocks; tasks that have not begun when they are shut down never do. */
  static ScheduledThreadPoolExecutor workers(int threads, String name) {
    ScheduledThreadPoolExecutor workers = new ScheduledThreadPoolExecutor(threads, threads(name));
    workers.setRemoveOnCancelPolicy(true);
    workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return workers;
  }

  static ThreadFactory threads(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
