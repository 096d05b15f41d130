package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.platform.QuotaException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.SuspendedException;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the samples that are stored for each client, by UTC day. In memory, and in the registry
 * every {@value #FLUSH_SECONDS} s: a crash forgets what was counted since, and another program's
 * count is known as late. Safe for any number of threads; to be called outside of any unit of work.
 */
public final class SampleMeter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SampleMeter.class);
  private static final int FLUSH_SECONDS = 10;

  private final RegistryDatabase registry;
  private final Tenants tenants;
  private final Clock clock;
  private final Map<TenantId, DayCount> counts = new ConcurrentHashMap<>();
  private final ScheduledExecutorService flusher =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "sample-meter");
            thread.setDaemon(true);
            return thread;
          });

  public SampleMeter(RegistryDatabase registry, Tenants tenants, Clock clock) {
    this.registry = registry;
    this.tenants = tenants;
    this.clock = clock;
    flusher.scheduleWithFixedDelay(this::flush, FLUSH_SECONDS, FLUSH_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Lets a client through that may store more today. What is stored when the last sample that it
   * may have comes in together with others is stored whole: it is refused from then on.
   *
   * @throws SuspendedException when nothing of it may be changed
   * @throws QuotaException telling how long until midnight, UTC
   */
  public void require(TenantId tenant) {
    Tenant known = tenants.get(tenant);
    if (!known.status().takesChanges()) {
      throw new SuspendedException(known);
    }
    OptionalLong limit = known.quota().samplesADay();
    if (limit.isPresent() && today(tenant) >= limit.getAsLong()) {
      throw new QuotaException(
          "samplesADay",
          limit.getAsLong(),
          "this client has stored the %d samples that it may store on a day; from midnight UTC on"
                  .formatted(limit.getAsLong())
              + " it may again",
          untilMidnight());
    }
  }

  /** That so many were stored, duplicates aside. Never fails. */
  public void count(TenantId tenant, long stored) {
    if (stored > 0) {
      of(tenant).add(day(), stored);
    }
  }

  /** How many were stored since midnight, UTC. */
  public long today(TenantId tenant) {
    DayCount count = of(tenant);
    LocalDate day = day();
    OptionalLong known = count.total(day);
    if (known.isPresent()) {
      return known.getAsLong();
    }
    long stored = registry.sql((connection, db) -> UsageTable.read(connection, db, tenant, day));
    return count.loaded(day, stored);
  }

  /** Writes down what was counted; what can't be now is kept for the next time. */
  void flush() {
    counts.forEach(this::flush);
  }

  private void flush(TenantId tenant, DayCount count) {
    DayCount.Pending pending = count.take();
    if (pending.samples() == 0) {
      return;
    }
    try {
      long stored =
          registry.sqlTransaction(
              (connection, db) ->
                  UsageTable.add(connection, db, tenant, pending.day(), pending.samples()));
      count.written(pending, stored);
    } catch (RuntimeException e) {
      if (e instanceof DatabaseException && tenants.find(tenant).isEmpty()) {
        counts.remove(tenant);
        return;
      }
      count.putBack(pending);
      LOG.warn("The samples of client {} are counted in memory only: {}", tenant, e.getMessage());
    }
  }

  private DayCount of(TenantId tenant) {
    return counts.computeIfAbsent(tenant, id -> new DayCount());
  }

  private LocalDate day() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Duration untilMidnight() {
    return Duration.between(
        clock.instant(), day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  @Override
  public void close() {
    flusher.shutdown();
    try {
      if (!flusher.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("The last count of samples was not written within 30 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    flush();
  }
}
