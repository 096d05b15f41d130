package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills rings from the database, on threads of its own: one for what a page waits for, and one for
 * large fleets, so that these keep nobody waiting.
 */
final class TrendLoader implements AutoCloseable {

  /** Up to so many batteries a page waits for. */
  static final int FEW = 50;

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(TrendLoader.class);

  private final TrendTable table;
  private final Clock clock;
  private final Set<TenantId> failing = ConcurrentHashMap.newKeySet();
  private final ExecutorService few = thread("trend-loader-few");
  private final ExecutorService many = thread("trend-loader-many");

  TrendLoader(TrendTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Sees to it that the rings of these batteries get loaded.
   *
   * @param patient whether to wait for it, a second at most and only when they are few
   */
  void load(TenantId tenant, TrendBoard board, Collection<Long> batteries, boolean patient) {
    List<Long> missing = batteries.stream().filter(id -> !board.ring(id).isLoaded()).toList();
    if (missing.isEmpty()) {
      return;
    }
    boolean areFew = missing.size() <= FEW;
    List<CompletableFuture<Void>> pending = new ArrayList<>();
    for (long battery : missing) {
      pending.add(started(tenant, battery, board.ring(battery), areFew ? few : many));
    }
    if (patient && areFew) {
      await(pending);
    }
  }

  private CompletableFuture<Void> started(
      TenantId tenant, long battery, TrendRing ring, ExecutorService thread) {
    CompletableFuture<Void> mine = new CompletableFuture<>();
    CompletableFuture<Void> others = ring.loading().compareAndExchange(null, mine);
    if (others != null) {
      return others;
    }
    try {
      thread.execute(() -> fill(tenant, battery, ring, mine));
    } catch (RejectedExecutionException closing) {
      LOG.debug("no more trends are read: the program ends");
      ring.loading().set(null);
      mine.complete(null);
    }
    return mine;
  }

  private void fill(
      TenantId tenant, long battery, TrendRing ring, CompletableFuture<Void> finished) {
    try {
      if (!ring.isLoaded()) {
        int first = Trends.firstSlot(clock.millis());
        table
            .load(tenant, battery, first, Trends.SLOTS + 1)
            .forEach(point -> ring.offer(point, true));
        ring.setLoaded();
      }
      failing.remove(tenant);
    } catch (RuntimeException e) {
      // Whoever asks next tries again.
      if (failing.add(tenant)) {
        LOG.warn("trends of client {} can't be read, trying again when asked for", tenant, e);
      }
    } finally {
      ring.loading().set(null);
      finished.complete(null);
    }
  }

  private static void await(List<CompletableFuture<Void>> pending) {
    try {
      CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      LOG.debug("a page goes without whole trends after {}", PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("a load of trends never fails its future", impossible);
    }
  }

  @Override
  public void close() {
    few.shutdownNow();
    many.shutdownNow();
  }
}
