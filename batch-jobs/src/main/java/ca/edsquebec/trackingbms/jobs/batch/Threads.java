package ca.edsquebec.trackingbms.jobs.batch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one run. Unlike the repository, which a database that is away keeps from being
 * told, they say for certain when nothing of the run goes on any more.
 */
final class Threads implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

  private final ExecutorService pool =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "job");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((where, e) -> LOG.error("a job broke off", e));
            return thread;
          });

  /** One party is who waits. */
  private final Phaser running = new Phaser(1);

  void submit(Runnable task) {
    running.register();
    pool.execute(
        () -> {
          try {
            task.run();
          } finally {
            running.arriveAndDeregister();
          }
        });
  }

  /** Returns when all tasks have ended, and all that they started. */
  void await() {
    running.arriveAndAwaitAdvance();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
