package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest sample of every battery, in memory; one row a battery follows within seconds, so that
 * a restart starts where the program stopped. Safe for any number of threads. A tenant is loaded at
 * its first use, which may throw what {@link TenantDatabase} throws and must not be within a unit
 * of work; from then on reading touches no database and waits for nobody.
 */
public final class LatestState implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LatestState.class);
  private static final long FLUSH_SECONDS = 5;

  /** Of the widest rows, what fits the smallest packet limit that servers have by default. */
  private static final int ROWS_PER_FLUSH = 200;

  private final Map<TenantId, OfTenant> tenants = new ConcurrentHashMap<>();
  private final Set<TenantId> failing = ConcurrentHashMap.newKeySet();
  private final LatestTable table;
  private final Listeners listeners;
  private final Clock clock;
  private final ScheduledExecutorService flusher;

  /** What is known of one tenant. */
  private static final class OfTenant {
    private final Map<Long, Latest> latest;
    private final Set<Long> unsaved = ConcurrentHashMap.newKeySet();

    /** Held by who offers, never by who reads: listeners hear of a battery in order of time. */
    private final Object order = new Object();

    OfTenant(LatestTable.Loaded loaded) {
      latest = new ConcurrentHashMap<>(loaded.latest());
      unsaved.addAll(loaded.behind());
    }
  }

  /**
   * @param listeners told of each new latest sample, in this order
   */
  public LatestState(TenantDatabase db, List<SampleListener> listeners, Clock clock) {
    this.table = new LatestTable(db);
    this.listeners = new Listeners(listeners);
    this.clock = clock;
    flusher =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "latest-state-flusher");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        flusher.scheduleWithFixedDelay(this::flush, FLUSH_SECONDS, FLUSH_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Takes the sample when it is newer than what is known of that battery, and tells the listeners;
   * also when our clock was set back since, and what is known lies ahead of it.
   *
   * @param sample one that was judged
   */
  void offer(TenantId tenant, long batteryId, Sample sample) {
    OfTenant known = of(tenant);
    synchronized (known.order) {
      Latest before = known.latest.get(batteryId);
      if (before != null
          && before.sample().ts() >= sample.ts()
          && before.sample().ts() <= Latest.newestPossible(clock)) {
        return;
      }
      known.latest.put(
          batteryId, new Latest(sample, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
      known.unsaved.add(batteryId);
      listeners.latestMoved(tenant, batteryId, sample);
    }
  }

  /** Empty when nothing was ever received, or the viewer may not see that battery. */
  public Optional<Latest> latest(Viewer viewer, long batteryId) {
    return viewer.scope().includes(batteryId)
        ? Optional.ofNullable(of(viewer.tenant()).latest.get(batteryId))
        : Optional.empty();
  }

  /** By battery id: all that the viewer may see and of which something was received. */
  public Map<Long, Latest> all(Viewer viewer) {
    Map<Long, Latest> seen = new HashMap<>(of(viewer.tenant()).latest);
    seen.keySet().removeIf(battery -> !viewer.scope().includes(battery));
    return Map.copyOf(seen);
  }

  /** Makes sure that the tenant is in memory. */
  void load(TenantId tenant) {
    var unused = of(tenant);
  }

  // Without a lock: two first users load twice, and the one that comes second forgets its own.
  private OfTenant of(TenantId tenant) {
    OfTenant known = tenants.get(tenant);
    if (known != null) {
      return known;
    }
    OfTenant loaded = new OfTenant(table.load(tenant, Latest.newestPossible(clock)));
    OfTenant earlier = tenants.putIfAbsent(tenant, loaded);
    return earlier == null ? loaded : earlier;
  }

  /** Writes what moved since the last time; what can't be written now is tried again next time. */
  void flush() {
    tenants.forEach(this::flush);
  }

  private void flush(TenantId tenant, OfTenant known) {
    List<Long> batteries = List.copyOf(known.unsaved);
    for (int from = 0; from < batteries.size(); from += ROWS_PER_FLUSH) {
      List<Long> some = batteries.subList(from, Math.min(batteries.size(), from + ROWS_PER_FLUSH));
      // Out of the set before the sample is read: one that moves meanwhile gets in again.
      known.unsaved.removeAll(Set.copyOf(some));
      Map<Long, Latest> latest = new HashMap<>();
      some.forEach(battery -> latest.put(battery, known.latest.get(battery)));
      try {
        table.save(tenant, latest, Latest.newestPossible(clock));
        failing.remove(tenant);
      } catch (RuntimeException e) {
        known.unsaved.addAll(some);
        if (failing.add(tenant)) {
          LOG.warn("latest samples of client {} can't be written, trying on", tenant, e);
        }
        return;
      }
    }
  }

  /** Writes what has not been written yet. */
  @Override
  public void close() {
    flusher.shutdown();
    try {
      if (!flusher.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("the latest samples are still being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    flush();
  }
}
