package ca.edsquebec.trackingbms.web.live;

import ca.edsquebec.trackingbms.live.LiveFeed;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers what is new, gathered over {@value #ROUND_MILLIS} ms: a thousand samples in
 * that time make one message a viewer. A slow viewer is skipped, never queued for: its next message
 * holds what it missed.
 */
public final class LiveHub implements AutoCloseable {

  /** As many may one person, key or link have at once: tabs, or all who look at that link. */
  public static final int MOST_OF_ONE = 100;

  static final long ROUND_MILLIS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
  private static final int WAITERS = 4;
  private static final Duration INSPECTION = Duration.ofSeconds(30);

  private final LiveFeed feed;
  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final Map<TenantId, Boolean> changed = new ConcurrentHashMap<>();

  /** Serves all, so it waits for nobody's line. */
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(task -> thread(task, "live"));

  private final ExecutorService waiters =
      Executors.newFixedThreadPool(WAITERS, task -> thread(task, "live-waiter"));

  public LiveHub(LiveFeed feed) {
    this.feed = feed;
    feed.watch(this::change);
    worker.scheduleWithFixedDelay(
        this::inspect, INSPECTION.toMillis(), INSPECTION.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Sends what is new at once, and from then on whatever comes; refuses one too many. */
  void add(Subscriber subscriber) {
    subscribers.add(subscriber);
    if (subscribers.stream().filter(isOf(subscriber.name())).count() > MOST_OF_ONE) {
      remove(subscriber);
      later(subscriber, subscriber::refuse);
      return;
    }
    // On the one thread that serves: a change that comes meanwhile is not missed.
    try {
      worker.execute(() -> serve(subscriber));
    } catch (RejectedExecutionException closing) {
      subscriber.drop();
    }
  }

  private static Predicate<Subscriber> isOf(String name) {
    return subscriber -> subscriber.name().equals(name);
  }

  void remove(Subscriber subscriber) {
    subscribers.remove(subscriber);
  }

  /** To be called when a subscriber is ready again: it may have been skipped. */
  void ready(Subscriber subscriber) {
    change(subscriber.tenant());
  }

  /** Does what may wait for the subscriber's line or for the database; not at the end of all. */
  void later(Subscriber subscriber, Runnable task) {
    try {
      waiters.execute(() -> guarded(subscriber, task));
    } catch (RejectedExecutionException closing) {
      LOG.debug("no more live answers: the program ends");
    }
  }

  private void guarded(Subscriber subscriber, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("live line of {} failed", subscriber.name(), e);
    }
  }

  // The first change of a round schedules it; what comes until then is part of it.
  private void change(TenantId tenant) {
    if (changed.put(tenant, Boolean.TRUE) == null) {
      try {
        worker.schedule(() -> round(tenant), ROUND_MILLIS, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closing) {
        LOG.debug("no more live updates: the program ends");
      }
    }
  }

  private void round(TenantId tenant) {
    changed.remove(tenant);
    for (Subscriber subscriber : subscribers) {
      if (subscriber.tenant().equals(tenant)) {
        serve(subscriber);
      }
    }
  }

  private void serve(Subscriber subscriber) {
    // It may be gone already when the database kept this thread waiting.
    if (!subscribers.contains(subscriber)) {
      return;
    }
    try {
      subscriber.serve(feed);
    } catch (UnavailableException away) {
      LOG.debug("no live update to {}: {}", subscriber.name(), away.getMessage());
      remove(subscriber);
      later(subscriber, subscriber::drop);
    } catch (RuntimeException e) {
      LOG.warn("live update to {} failed", subscriber.name(), e);
      remove(subscriber);
      later(subscriber, subscriber::drop);
    }
  }

  private void inspect() {
    subscribers.forEach(subscriber -> later(subscriber, subscriber::inspect));
  }

  @Override
  public void close() {
    worker.shutdownNow();
    waiters.shutdownNow();
    subscribers.forEach(subscriber -> guarded(subscriber, subscriber::drop));
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
