package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.RetentionPeriods;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes the samples of hours that were kept for as long as the client's {@link RetentionPeriods}
 * say. Rollups of hours, days and months stay for ever, as they were counted from all samples: a
 * pass first seals what is closed and counts the days, while they can still be cut out of their
 * samples, and then deletes. A sample that comes for an hour that was deleted changes no rollup any
 * more; {@link History} shows it until the next pass takes it away.
 *
 * <p>A day in a zone that is not whole hours from UTC begins within an hour. Once that hour was
 * deleted, the day stays as it was counted, whatever comes late; where there is no such day, since
 * the battery was moved in hindsight, the hour goes to the day that it begins in.
 *
 * <p>Deletes in transactions of a few hundred hours or rows of one battery: can be ended at any
 * time and run again, and writers go on meanwhile. Safe for any number of threads, none of which
 * may be within a unit of work.
 */
public final class Retention {

  /** Some 3 MB of chunks. */
  private static final int CHUNKS_AT_ONCE = 300;

  private static final int ROWS_AT_ONCE = 500;
  private static final int ATTEMPTS = 5;

  private final TenantDatabase db;
  private final RegistryDatabase registry;
  private final RetentionPeriods periods;
  private final Sealing sealing;
  private final Rollups rollups;
  private final Clock clock;

  public Retention(
      TenantDatabase db,
      RegistryDatabase registry,
      RetentionPeriods periods,
      Sealing sealing,
      Rollups rollups,
      Clock clock) {
    this.db = db;
    this.registry = registry;
    this.periods = periods;
    this.sealing = sealing;
    this.rollups = rollups;
    this.clock = clock;
  }

  /**
   * Deletes what has been kept for long enough.
   *
   * @return empty when another program is at it, sealing or counting days of this tenant
   * @throws BusyException when another took over, for instance while this machine stood still; what
   *     was deleted by then stays deleted
   */
  public Optional<Expired> apply(TenantId tenant) {
    long before = before(tenant);
    return SealLease.holding(registry, tenant, lease -> apply(tenant, before, lease));
  }

  /**
   * What {@link #apply} would delete if nothing came meanwhile. Rows that it would seal first count
   * as hours and samples, without bytes. Changes nothing and needs no lease.
   */
  public Expired preview(TenantId tenant) {
    long before = before(tenant);
    Expired.Count count = new Expired.Count();
    for (long battery : batteries(tenant)) {
      ExpiredSamples.Chunks some =
          db.sql(tenant, (connection, name) -> in(connection, name, before).chunks(battery));
      count.hours(some.hours(), some.samples(), some.bytes());
    }
    eachOpenHour(tenant, before, (battery, hour) -> preview(tenant, before, battery, hour, count));
    return count.toExpired(before);
  }

  private void preview(TenantId tenant, long before, long battery, long hour, Expired.Count count) {
    db.sql(
        tenant,
        (connection, name) -> {
          ExpiredSamples expired = in(connection, name, before);
          long rows = expired.rows(battery, hour);
          boolean counted = expired.hasRollup(battery, hour) || expired.hasChunk(battery, hour);
          count.hours(counted ? 0 : 1, rows, 0);
          return null;
        });
  }

  /** All hours that ended by then have been kept for long enough; epoch milliseconds. */
  private long before(TenantId tenant) {
    return Hours.startOf(periods.of(tenant).cutoff(clock.instant()).toEpochMilli());
  }

  Expired apply(TenantId tenant, long before, Runnable stillAllowed) {
    sealing.seal(tenant, stillAllowed);
    rollups.update(tenant, stillAllowed);
    Expired.Count count = new Expired.Count();
    for (long battery : batteries(tenant)) {
      deleteChunks(tenant, before, battery, count, stillAllowed);
    }
    eachOpenHour(
        tenant,
        before,
        (battery, hour) -> deleteRows(tenant, before, battery, hour, count, stillAllowed));
    return count.toExpired(before);
  }

  private List<Long> batteries(TenantId tenant) {
    return db.sql(
        tenant, (connection, name) -> BatterySeeks.in(connection, name + ".sample_chunk"));
  }

  private void deleteChunks(
      TenantId tenant, long before, long battery, Expired.Count count, Runnable stillAllowed) {
    ExpiredSamples.Chunks some;
    do {
      stillAllowed.run();
      some =
          transaction(
              tenant,
              (connection, name) ->
                  in(connection, name, before).deleteChunks(battery, CHUNKS_AT_ONCE));
      count.hours(some.hours(), some.samples(), some.bytes());
    } while (some.hours() == CHUNKS_AT_ONCE);
  }

  /** Rows that sealing had to leave: see {@link Sealed#left}. */
  private void deleteRows(
      TenantId tenant,
      long before,
      long battery,
      long hour,
      Expired.Count count,
      Runnable stillAllowed) {
    if (!db.sql(
        tenant, (connection, name) -> in(connection, name, before).hasRollup(battery, hour))) {
      count.left();
      return;
    }
    int deleted;
    do {
      stillAllowed.run();
      deleted =
          transaction(
              tenant,
              (connection, name) ->
                  in(connection, name, before).deleteRows(battery, hour, ROWS_AT_ONCE));
      count.rows(deleted);
    } while (deleted == ROWS_AT_ONCE);
  }

  @FunctionalInterface
  private interface OpenHour {
    void see(long battery, long hour);
  }

  private void eachOpenHour(TenantId tenant, long before, OpenHour work) {
    OpenHours open = new OpenHours(db, tenant);
    for (List<Long> group : Sealing.inGroups(open.batteries(), OpenHours.BATTERIES_AT_ONCE)) {
      Map<Long, Long> from = new HashMap<>();
      group.forEach(battery -> from.put(battery, Long.MIN_VALUE));
      while (!from.isEmpty()) {
        Map<Long, Long> hours = open.first(from);
        hours.values().removeIf(hour -> hour >= before);
        from.keySet().retainAll(hours.keySet());
        hours.forEach(work::see);
        hours.forEach((battery, hour) -> from.put(battery, hour + Hours.MILLIS));
      }
    }
  }

  private static ExpiredSamples in(Connection connection, String name, long before) {
    return new ExpiredSamples(connection, name, before);
  }

  /** A writer and a deletion may lock each other out: the server then ends one of them. */
  private <T> T transaction(TenantId tenant, SqlWork<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return db.sqlTransaction(tenant, work);
      } catch (DatabaseException e) {
        if (!e.isWorthRetrying() || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
