package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Looks names up, one of a client at a time, the clients in turn: whose name server is away keeps
 * itself waiting and nobody else. Safe for any number of threads.
 */
final class Lookups implements AutoCloseable {

  private final ExecutorService threads;

  /** Of clients of which one is being looked up, those that wait behind it. */
  private final Map<TenantId, Queue<Runnable>> waiting = new HashMap<>();

  /**
   * @param threads as many clients at a time; owned by this object from now on
   */
  Lookups(ExecutorService threads) {
    this.threads = threads;
  }

  /**
   * @throws RejectedExecutionException when it is closed
   */
  synchronized void execute(TenantId client, Runnable lookup) {
    Queue<Runnable> behind = waiting.get(client);
    if (behind == null) {
      submit(threads, client, lookup);
      waiting.put(client, new ArrayDeque<>());
    } else {
      behind.add(lookup);
    }
  }

  private void submit(Executor to, TenantId client, Runnable lookup) {
    to.execute(
        () -> {
          try {
            lookup.run();
          } finally {
            next(client);
          }
        });
  }

  private synchronized void next(TenantId client) {
    Runnable next = waiting.get(client).poll();
    if (next == null || threads.isShutdown()) {
      waiting.remove(client);
    } else {
      // Behind the other clients'.
      submit(threads, client, next);
    }
  }

  /** Begins no more; what waits is forgotten. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
