package ca.edsquebec.trackingbms.intake.pull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits, for a bounded time, that what must not be cut short is over: whoever interrupts the thread
 * meanwhile waits too, and the thread is interrupted after it.
 */
final class Uninterrupted {

  private interface Wait {
    boolean nanos(long most) throws InterruptedException;
  }

  private Uninterrupted() {}

  /**
   * @return whether it is done, however it went
   */
  static boolean await(CompletableFuture<?> what, long nanos) {
    return await(
        most -> {
          try {
            var unused = what.get(most, TimeUnit.NANOSECONDS);
            return true;
          } catch (ExecutionException howEver) {
            return true;
          } catch (TimeoutException still) {
            return false;
          }
        },
        nanos);
  }

  /**
   * @return whether all its tasks have ended
   */
  static boolean awaitEnd(ExecutorService threads, long nanos) {
    return await(most -> threads.awaitTermination(most, TimeUnit.NANOSECONDS), nanos);
  }

  private static boolean await(Wait wait, long nanos) {
    long until = System.nanoTime() + nanos;
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return wait.nanos(Math.max(0, until - System.nanoTime()));
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
