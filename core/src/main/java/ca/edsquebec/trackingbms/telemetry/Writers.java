package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that commit samples: a few for all tenants, at most one at a time for each tenant.
 *
 * <p>An idle writer starts at once: waiting for company would only delay a lone sender, and under
 * load the next group gathers by itself while this one commits.
 */
final class Writers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Writers.class);
  private static final int THREADS = 4;
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration DRAIN = Duration.ofSeconds(30);

  private final GroupWriter writer;
  private final LatestState latest;
  private final Trends trends;
  private final Map<TenantId, WriteQueue> queues = new ConcurrentHashMap<>();
  private final ExecutorService threads;

  /** One party while open, and one for each tenant with something to write. */
  private final Phaser work = new Phaser(1);

  private volatile boolean closed;

  Writers(GroupWriter writer, LatestState latest, Trends trends) {
    this.writer = writer;
    this.latest = latest;
    this.trends = trends;
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "sample-writer-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * @throws UnavailableException when the tenant's queue is full, or after {@link #close}
   */
  void submit(TenantId tenant, WriteRequest request) {
    WriteQueue queue = queues.computeIfAbsent(tenant, WriteQueue::new);
    // Registered before the look at the flag: close() either waits for this or is seen here.
    boolean open = work.register() >= 0;
    try {
      if (!open || closed) {
        throw new UnavailableException("the program is ending", RETRY, null);
      }
      if (!queue.offer(request)) {
        throw new UnavailableException("too many samples wait to be stored", RETRY, null);
      }
      if (queue.claim()) {
        work.register();
        threads.execute(() -> serve(queue));
      }
    } finally {
      if (open) {
        work.arriveAndDeregister();
      }
    }
  }

  /** Writes one group and goes to the back of the line, so that a busy tenant starves nobody. */
  private void serve(WriteQueue queue) {
    List<WriteRequest> group = queue.take(GroupWriter.ROWS_PER_STATEMENT);
    try {
      write(queue.tenant(), group.stream().filter(request -> !request.isAbandoned()).toList());
    } finally {
      if (queue.done(group)) {
        threads.execute(() -> serve(queue));
      } else {
        work.arriveAndDeregister();
      }
    }
  }

  private void write(TenantId tenant, List<WriteRequest> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      int[] accepted = writer.write(tenant, group);
      fillTrends(tenant, group);
      moveLatest(tenant, group);
      for (int i = 0; i < accepted.length; i++) {
        group.get(i).accepted().complete(accepted[i]);
      }
    } catch (DatabaseException e) {
      // One request may be the culprit: it must not take the others with it.
      if (group.size() > 1) {
        group.forEach(request -> write(tenant, List.of(request)));
      } else {
        group.get(0).accepted().completeExceptionally(e);
      }
    } catch (Throwable e) {
      // Their callers wait: whatever it was, they must learn of it.
      group.forEach(request -> request.accepted().completeExceptionally(e));
    }
  }

  // Before the latest state: who hears of that one finds its slot.
  private void fillTrends(TenantId tenant, List<WriteRequest> group) {
    try {
      group.forEach(request -> trends.stored(tenant, request.slots()));
    } catch (RuntimeException e) {
      LOG.error("trends of client {} do not follow its samples", tenant, e);
    }
  }

  /** The samples are committed: what goes wrong here must not look as if they were not. */
  private void moveLatest(TenantId tenant, List<WriteRequest> group) {
    Map<Long, Sample> newest = new HashMap<>();
    for (WriteRequest request : group) {
      request
          .newest()
          .forEach(
              (battery, sample) ->
                  newest.merge(battery, sample, (a, b) -> b.ts() > a.ts() ? b : a));
    }
    try {
      newest.forEach((battery, sample) -> latest.offer(tenant, battery, sample));
    } catch (RuntimeException e) {
      LOG.error("latest state of client {} does not follow its samples", tenant, e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    int phase = work.arriveAndDeregister();
    try {
      work.awaitAdvanceInterruptibly(phase, DRAIN.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOG.warn("samples were still waiting to be stored after {}; their senders know", DRAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }
}
