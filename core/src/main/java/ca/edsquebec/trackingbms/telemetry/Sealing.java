package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Moves the samples of closed hours from their rows into chunks, and writes the rollup of each such
 * hour. What comes late is merged into its hour by the next pass. Nothing is lost or doubled
 * however often, from how many programs at once, or how rudely ended this runs; writers go on
 * meanwhile, and {@link History} reads the same before, during and after.
 *
 * <p>Safe for any number of threads, none of which may be within a unit of work.
 */
public final class Sealing {

  /** So long after its end an hour counts as closed: most of what is late has come by then. */
  public static final Duration SETTLE = Duration.ofMinutes(5);

  /** A battery that was removed may have left samples. */
  static final Duration DEFAULT_PERIOD = Duration.ofSeconds(5);

  /** So many rows in memory at once, as far as the batteries keep to their storage periods. */
  private static final int ROWS_AT_ONCE = 15_000;

  private static final int BATTERIES_AT_ONCE = 20;

  private final TenantDatabase db;
  private final RegistryDatabase registry;
  private final BatteryDirectory batteries;
  private final Clock clock;

  public Sealing(
      TenantDatabase db, RegistryDatabase registry, BatteryDirectory batteries, Clock clock) {
    this.db = db;
    this.registry = registry;
    this.batteries = batteries;
    this.clock = clock;
  }

  /**
   * Seals all closed hours of a tenant.
   *
   * @return empty when another program is sealing this tenant
   * @throws BusyException when another took over, for instance while this machine stood still
   */
  public Optional<Sealed> seal(TenantId tenant) {
    return SealLease.holding(registry, tenant, lease -> seal(tenant, lease));
  }

  /** Hours that ended by then are closed; epoch milliseconds, a whole hour. */
  static long closedBefore(Clock clock) {
    return Hours.startOf(clock.millis() - SETTLE.toMillis());
  }

  /** As {@link #seal(TenantId)}, under a right to do so that the caller has. */
  Sealed seal(TenantId tenant, Runnable stillAllowed) {
    Sealed.Count count = new Sealed.Count();
    OpenHours open = new OpenHours(db, tenant);
    try (HourSealer sealer = new HourSealer(db, tenant, clock)) {
      for (List<Long> group : inGroups(open.batteries(), OpenHours.BATTERIES_AT_ONCE)) {
        sealAll(tenant, open, group, sealer, count, stillAllowed);
      }
    }
    return count.toSealed();
  }

  /** Hour by hour: the rollup of an hour begins with how the one before ended. */
  private void sealAll(
      TenantId tenant,
      OpenHours open,
      List<Long> group,
      HourSealer sealer,
      Sealed.Count count,
      Runnable stillAllowed) {
    long closed = closedBefore(clock);
    Map<Long, Long> from = new HashMap<>();
    group.forEach(battery -> from.put(battery, Long.MIN_VALUE));
    while (!from.isEmpty()) {
      Map<Long, Long> hours = open.first(from);
      hours.values().removeIf(hour -> hour >= closed);
      from.keySet().retainAll(hours.keySet());
      for (Map.Entry<Long, List<Long>> same : byHour(hours).entrySet()) {
        for (Map<Long, Duration> some : portions(tenant, same.getValue())) {
          stillAllowed.run();
          sealer.seal(same.getKey(), some, count);
        }
      }
      hours.forEach((battery, hour) -> from.put(battery, hour + Hours.MILLIS));
    }
  }

  private static Map<Long, List<Long>> byHour(Map<Long, Long> hours) {
    Map<Long, List<Long>> batteries = new TreeMap<>();
    hours.keySet().stream()
        .sorted()
        .forEach(
            battery ->
                batteries
                    .computeIfAbsent(hours.get(battery), hour -> new ArrayList<>())
                    .add(battery));
    return batteries;
  }

  /** As many at once as fit into memory, each with its storage period. */
  private List<Map<Long, Duration>> portions(TenantId tenant, List<Long> ids) {
    List<Map<Long, Duration>> portions = new ArrayList<>();
    Map<Long, Duration> portion = new TreeMap<>();
    long rows = 0;
    for (long id : ids) {
      Optional<Battery> battery = batteries.byId(tenant, id);
      Duration period = battery.map(Battery::storagePeriod).orElse(DEFAULT_PERIOD);
      // A hundred cells are as heavy as all else.
      long weight = 1L + battery.map(Battery::cellCount).orElse(0) / 100;
      long expected = Hours.MILLIS / period.toMillis() * weight;
      boolean full = portion.size() == BATTERIES_AT_ONCE || rows + expected > ROWS_AT_ONCE;
      if (full && !portion.isEmpty()) {
        portions.add(portion);
        portion = new TreeMap<>();
        rows = 0;
      }
      portion.put(id, period);
      rows += expected;
    }
    portions.add(portion);
    return portions;
  }

  static List<List<Long>> inGroups(Collection<Long> all, int size) {
    List<Long> list = new ArrayList<>(all);
    List<List<Long>> groups = new ArrayList<>();
    for (int first = 0; first < list.size(); first += size) {
      groups.add(list.subList(first, Math.min(list.size(), first + size)));
    }
    return groups;
  }
}
