package ca.edsquebec.trackingbms.routine;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Does again what failed because the database was away, which restarts in a minute, or because
 * another program was at it, which may have died and lets go in two: a job need not end for that.
 * Safe for any number of threads.
 *
 * @param length how long that may take
 * @param wanted false when nobody waits for the work any more
 */
public record Patience(Duration length, BooleanSupplier wanted) {

  /** More than a restart of a database server takes, and than a lease lasts without its holder. */
  public static final Duration USUAL = Duration.ofSeconds(150);

  private static final long PAUSE_MILLIS = 500;

  /**
   * @throws UnavailableException when it was away for longer, or nobody waits any more
   * @throws BusyException when another program was at it for longer
   */
  public <T> T call(Supplier<T> work) {
    long end = System.nanoTime() + length.toNanos();
    while (true) {
      try {
        return work.get();
      } catch (UnavailableException | BusyException notNow) {
        if (System.nanoTime() > end || !wanted.getAsBoolean() || !paused()) {
          throw notNow;
        }
      }
    }
  }

  // Nothing tells when it is back but to ask it.
  private static boolean paused() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
