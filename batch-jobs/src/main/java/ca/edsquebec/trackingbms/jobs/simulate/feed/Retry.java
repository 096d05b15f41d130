package ca.edsquebec.trackingbms.jobs.simulate.feed;

import ca.edsquebec.trackingbms.jobs.portal.AwayException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits longer and longer while the portal is away, and says once that it is. For several threads,
 * each of which waits on its own account.
 */
final class Retry {

  private static final long LONGEST_MILLIS = 15_000;

  private final Progress progress;
  private final CountDownLatch stop;
  private long waitMillis = 1000;
  private boolean away;

  Retry(Progress progress, CountDownLatch stop) {
    this.progress = progress;
    this.stop = stop;
  }

  /** Waits until it may be tried again, or the simulation ends. */
  void failed(AwayException failure) throws InterruptedException {
    long millis = failure.retryAfter().map(after -> after.toMillis()).orElse(noted(failure));
    if (stop.await(Math.min(millis, 4 * LONGEST_MILLIS), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("stopped");
    }
  }

  private synchronized long noted(AwayException failure) {
    if (!away) {
      away = true;
      progress.away(failure.getMessage());
    }
    long now = waitMillis;
    waitMillis = Math.min(2 * waitMillis, LONGEST_MILLIS);
    return now;
  }

  synchronized void succeeded() {
    waitMillis = 1000;
    if (away) {
      away = false;
      progress.back();
    }
  }
}
