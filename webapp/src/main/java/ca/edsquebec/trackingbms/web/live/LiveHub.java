package ca.edsquebec.trackingbms.web.live;

import ca.edsquebec.trackingbms.live.LiveFeed;
import ca.edsquebec.trackingbms.live.LiveUpdate;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers what is new, gathered over {@value #ROUND_MILLIS} ms: a thousand samples in
 * that time make one message a viewer. A slow viewer is skipped, never queued for: its next message
 * holds what it missed.
 */
public final class LiveHub implements AutoCloseable {

  static final long ROUND_MILLIS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
  private static final Duration INSPECTION = Duration.ofSeconds(30);

  private final LiveFeed feed;
  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final Map<TenantId, Boolean> changed = new ConcurrentHashMap<>();
  private final ScheduledExecutorService worker = thread("live");

  /** Apart: it asks the database and waits for lines, and what is new must not wait for that. */
  private final ScheduledExecutorService inspector = thread("live-inspection");

  public LiveHub(LiveFeed feed) {
    this.feed = feed;
    feed.watch(this::change);
    inspector.scheduleWithFixedDelay(
        this::inspect, INSPECTION.toMillis(), INSPECTION.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Sends what is new at once, and from then on whatever comes. */
  void add(Subscriber subscriber) {
    subscribers.add(subscriber);
    // On the one thread that serves: a change that comes meanwhile is not missed.
    try {
      worker.execute(() -> serve(subscriber));
    } catch (RejectedExecutionException closing) {
      subscriber.drop();
    }
  }

  void remove(Subscriber subscriber) {
    subscribers.remove(subscriber);
  }

  /** To be called when a subscriber is ready again: it may have been skipped. */
  void ready(Subscriber subscriber) {
    change(subscriber.viewer().tenant());
  }

  /** How many are watching, for the status page and tests. */
  public int watchers() {
    return subscribers.size();
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
      if (subscriber.viewer().tenant().equals(tenant)) {
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
      LOG.debug("no live update to {}: {}", subscriber.viewer().principal(), away.getMessage());
      remove(subscriber);
      subscriber.drop();
    } catch (RuntimeException e) {
      LOG.warn("live update to {} failed", subscriber.viewer().principal(), e);
      remove(subscriber);
      subscriber.drop();
    }
  }

  private void inspect() {
    for (Subscriber subscriber : subscribers) {
      try {
        subscriber.inspect();
      } catch (UnavailableException away) {
        // Of all others, too, nothing can be found out now; nothing new reaches them either.
        LOG.debug("watchers are not checked: {}", away.getMessage());
        return;
      } catch (RuntimeException e) {
        LOG.warn("check of {} failed", subscriber.viewer().principal(), e);
      }
    }
  }

  @Override
  public void close() {
    inspector.shutdownNow();
    worker.shutdownNow();
    subscribers.forEach(Subscriber::drop);
  }

  /** Makes the update that a subscriber is to get now; empty when there is nothing new. */
  static LiveUpdate update(LiveFeed feed, Subscriber subscriber, String cursor) {
    return feed.since(subscriber.viewer(), cursor, subscriber::wants);
  }
}
