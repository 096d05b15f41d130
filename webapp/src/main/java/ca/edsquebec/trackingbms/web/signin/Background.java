package ca.edsquebec.trackingbms.web.signin;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what an answer must not wait for, one after the other, when its time would tell something.
 */
public final class Background implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private static final int WAITING = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          0,
          1,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          work -> new Thread(work, "background"));

  /**
   * @param what for the log, when it fails
   * @throws UnavailableException when too much is waiting
   */
  public void run(String what, Runnable work) {
    try {
      thread.execute(
          () -> {
            try {
              work.run();
            } catch (RuntimeException e) {
              LOG.error("{} failed", what, e);
            }
          });
    } catch (RejectedExecutionException tooMuch) {
      throw new UnavailableException("too many requests at once", PATIENCE, tooMuch);
    }
  }

  /** What was taken is done first. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("{} tasks were left undone", thread.shutdownNow().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
