package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Placements;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.telemetry.rollup.LocalDays;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps days and months up with the hours that {@link Sealing} wrote: exactly those that an hour
 * has a part in are made anew. A day is local to the place where the battery stood; when it was
 * moved, or the zone of its place was changed, its days from then on are counted again.
 *
 * <p>Can be ended at any time and run again. Safe for any number of threads, none of which may be
 * within a unit of work.
 */
public final class Rollups {

  private static final Logger LOG = LoggerFactory.getLogger(Rollups.class);

  private static final Duration MOST_RECOUNTED = Duration.ofDays(400);
  private static final int HOURS_AT_ONCE = 500;
  private static final int BATTERIES_AT_ONCE = 100;

  private final TenantDatabase db;
  private final RegistryDatabase registry;
  private final BatteryDirectory batteries;
  private final Placements placements;
  private final Clock clock;

  public Rollups(
      TenantDatabase db,
      RegistryDatabase registry,
      BatteryDirectory batteries,
      Placements placements,
      Clock clock) {
    this.db = db;
    this.registry = registry;
    this.batteries = batteries;
    this.placements = placements;
    this.clock = clock;
  }

  /**
   * Brings the days and months of a tenant up to date.
   *
   * @return how many days and months were written; empty when another program is at it, or sealing
   * @throws BusyException when another took over, for instance while this machine stood still
   */
  public Optional<Integer> update(TenantId tenant) {
    return SealLease.holding(registry, tenant, lease -> update(tenant, lease));
  }

  /**
   * Makes the hours of some batteries anew from their chunks, for instance after a storage period
   * was changed; {@link #update} then brings days and months up to date.
   *
   * @param batteryIds internal ids
   * @param range its hours, and those behind it that begin with how these end; 400 days at most
   * @return how many hours had changed; empty when another program is sealing this tenant
   * @throws BusyException when another took over, for instance while this machine stood still
   */
  public Optional<Integer> recount(TenantId tenant, Collection<Long> batteryIds, TimeRange range) {
    if (range.length().compareTo(MOST_RECOUNTED) > 0) {
      throw new IllegalArgumentException("more than 400 days at once: " + range);
    }
    return SealLease.holding(registry, tenant, lease -> recount(tenant, batteryIds, range, lease));
  }

  private int recount(
      TenantId tenant, Collection<Long> batteryIds, TimeRange range, Runnable stillAllowed) {
    try (HourRecount hours = new HourRecount(db, tenant)) {
      int changed = 0;
      for (Map<Long, Duration> some : portions(tenant, batteryIds)) {
        long reach = some.values().stream().mapToLong(HourRollups::reach).max().orElseThrow();
        long end = Hours.endOf(range.toMillis()) + reach;
        for (long hour = Hours.startOf(range.fromMillis()); hour < end; hour += Hours.MILLIS) {
          stillAllowed.run();
          changed += hours.recount(hour, some, clock.millis());
        }
      }
      return changed;
    }
  }

  private List<Map<Long, Duration>> portions(TenantId tenant, Collection<Long> batteryIds) {
    List<Map<Long, Duration>> portions = new ArrayList<>();
    for (long battery : batteryIds) {
      if (portions.isEmpty() || portions.get(portions.size() - 1).size() == BATTERIES_AT_ONCE) {
        portions.add(new LinkedHashMap<>());
      }
      portions.get(portions.size() - 1).put(battery, periodOf(tenant, battery));
    }
    return portions;
  }

  /** As {@link #update(TenantId)}, under a right to do so that the caller has. */
  int update(TenantId tenant, Runnable stillAllowed) {
    Calendars calendars = Calendars.of(placements.all(tenant));
    calendars
        .changed(db, tenant)
        .forEach(
            (battery, from) -> {
              stillAllowed.run();
              calendars.countAgain(db, tenant, battery, from);
            });
    long closed = Sealing.closedBefore(clock);
    int written = 0;
    long from = 0;
    Map<Long, List<PendingTable.Pending>> some = pending(tenant, from, closed);
    while (!some.isEmpty()) {
      for (Map.Entry<Long, List<PendingTable.Pending>> one : some.entrySet()) {
        stillAllowed.run();
        OptionalInt days = update(tenant, one.getKey(), one.getValue(), calendars, closed);
        written += days.orElse(0);
        // The last one may have more hours than were read.
        from = days.isPresent() ? one.getKey() : one.getKey() + 1;
      }
      some = pending(tenant, from, closed);
    }
    return written;
  }

  private Map<Long, List<PendingTable.Pending>> pending(
      TenantId tenant, long fromBattery, long closed) {
    Map<Long, List<PendingTable.Pending>> byBattery = new LinkedHashMap<>();
    db.sql(
            tenant,
            (connection, name) ->
                new PendingTable(connection, name).first(fromBattery, closed, HOURS_AT_ONCE))
        .forEach(
            hour ->
                byBattery
                    .computeIfAbsent(hour.batteryId(), battery -> new ArrayList<>())
                    .add(hour));
    return byBattery;
  }

  /**
   * @return empty when it failed: its hours stay pending, the other batteries go on
   */
  private OptionalInt update(
      TenantId tenant,
      long battery,
      List<PendingTable.Pending> hours,
      Calendars calendars,
      long closed) {
    Duration period = periodOf(tenant, battery);
    LocalDays days = calendars.of(battery);
    try {
      return OptionalInt.of(
          db.sqlTransaction(
              tenant,
              (connection, name) ->
                  new DayUpdate(connection, name, battery, period, days, closed, clock.millis())
                      .run(hours)));
    } catch (BusyException | UnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("the days of battery {} of client {} can't be counted", battery, tenant, e);
      return OptionalInt.empty();
    }
  }

  private Duration periodOf(TenantId tenant, long battery) {
    return batteries
        .byId(tenant, battery)
        .map(Battery::storagePeriod)
        .orElse(Sealing.DEFAULT_PERIOD);
  }
}
