package ca.edsquebec.trackingbms.gateway;

import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what gateways said, one row a gateway however often it did. For any thread. */
final class Flusher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);

  private final TenantDatabase database;
  private final Map<TenantId, OfTenant> tenants;
  private final Set<TenantId> failing = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "gateway-flusher");
            thread.setDaemon(true);
            return thread;
          });

  Flusher(TenantDatabase database, Map<TenantId, OfTenant> tenants) {
    this.database = database;
    this.tenants = tenants;
  }

  void start(Duration every) {
    var unused =
        worker.scheduleWithFixedDelay(
            this::flush, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What can't be written now is tried again next time. */
  void flush() {
    for (TenantId tenant : tenants.keySet()) {
      try {
        flush(tenant);
        failing.remove(tenant);
      } catch (RuntimeException e) {
        if (failing.add(tenant)) {
          LOG.warn("contacts of gateways of client {} can't be written, trying on", tenant, e);
        }
      }
    }
  }

  /** Writes what one client's said, and throws when it can't. */
  synchronized void flush(TenantId tenant) {
    OfTenant known = tenants.get(tenant);
    if (known == null) {
      return;
    }
    Map<Seen, Gateway> said = new HashMap<>();
    for (Seen seen : known.all()) {
      Optional<Gateway> due = seen.toSave();
      due.ifPresent(gateway -> said.put(seen, gateway));
    }
    Map<Long, Long> behind = known.toSave();
    if (said.isEmpty() && behind.isEmpty()) {
      return;
    }
    try {
      if (!written(tenant, said, behind)) {
        // Another database than the one that was read: restored, or the client made anew.
        tenants.remove(tenant, known);
      }
    } catch (RuntimeException e) {
      said.keySet().forEach(Seen::notSaved);
      known.notSaved(behind.keySet());
      throw e;
    }
  }

  private boolean written(TenantId tenant, Map<Seen, Gateway> said, Map<Long, Long> behind) {
    return database.sqlTransaction(
        tenant,
        (connection, db) -> {
          GatewayTable table = new GatewayTable(connection, db);
          boolean allThere = true;
          for (Gateway gateway : said.values()) {
            allThere &= table.tell(gateway.id(), gateway.contact());
          }
          table.put(behind);
          return allThere;
        });
  }

  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("contacts of gateways are still being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    flush();
  }
}
