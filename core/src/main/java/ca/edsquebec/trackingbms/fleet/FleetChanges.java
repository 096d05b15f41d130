package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What {@link Fleet} changes; see there for what is promised. */
final class FleetChanges {

  private static final int DUPLICATE_KEY = 1062;
  private static final int TRIES = 4;

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration LATEST_AHEAD = Duration.ofDays(3660);

  private final TenantDatabase database;
  private final ConnectorCheck connectors;
  private final Clock clock;

  FleetChanges(TenantDatabase database, ConnectorCheck connectors, Clock clock) {
    this.database = database;
    this.connectors = connectors;
    this.clock = clock;
  }

  Battery add(TenantId tenant, NewBattery battery) {
    requireConnector(battery);
    OptionalLong limit = limit(tenant);
    Instant now = now();
    Instant commissioned =
        time("commissionedAt", battery.commissionedAt().orElse(now).truncatedTo(ChronoUnit.MILLIS));
    return write(
        tenant,
        em -> {
          if (FleetNames.find(em, battery.code()).isPresent()) {
            throw new InvalidException("code", "battery \"" + battery.code() + "\" exists");
          }
          BatteryRow row =
              new BatteryRow(battery, FleetNames.typeOrNew(em, battery.type()), commissioned);
          battery.parentCode().ifPresent(parent -> row.setParent(parent(em, parent)));
          PlaceRow place = FleetNames.placeOrNew(em, battery.place(), battery.zone());
          Instant since = commissioned.isBefore(now) ? commissioned : now;
          em.persist(row);
          em.persist(new PlacementRow(row, place, Battery.yearBefore(since)));
          em.flush();
          DetailsTable.replace(em, row.id(), DetailsTable.withDefaults(em, battery.details()));
          BatteryLimit.require(em, limit);
          return read(em, battery.code());
        });
  }

  Place addPlace(TenantId tenant, String name, ZoneId zone) {
    String checked = FleetText.name("place", name, 120);
    return write(
        tenant,
        em -> {
          PlaceRow place = FleetNames.placeOrNew(em, checked, Optional.of(zone));
          em.flush();
          return place.toPlace();
        });
  }

  Battery move(TenantId tenant, String code, String place, Instant since) {
    Instant from = time("since", since.truncatedTo(ChronoUnit.MILLIS));
    return change(
        tenant,
        code,
        (em, row) -> {
          PlaceRow there = FleetNames.place(em, place);
          em.createQuery(
                  "select m from PlacementRow m where m.battery = :battery and m.since = :since",
                  PlacementRow.class)
              .setParameter("battery", row)
              .setParameter("since", from)
              .getResultStream()
              .findFirst()
              .ifPresentOrElse(
                  same -> same.correct(there),
                  () -> em.persist(new PlacementRow(row, there, from)));
        });
  }

  Battery setStatus(TenantId tenant, String code, BatteryStatus status) {
    OptionalLong limit = limit(tenant);
    return change(
        tenant,
        code,
        (em, row) -> {
          boolean joins = row.status() == BatteryStatus.RETIRED && status != BatteryStatus.RETIRED;
          row.setStatus(status);
          BatteryLimit.require(em, joins ? limit : OptionalLong.empty());
        });
  }

  Battery setParent(TenantId tenant, String code, Optional<String> parentCode) {
    return change(
        tenant,
        code,
        (em, row) -> {
          lockFamily(em);
          BatteryRow parent = parentCode.map(wanted -> parent(em, wanted)).orElse(null);
          for (BatteryRow up = parent; up != null; up = up.parent()) {
            if (up == row) {
              throw new InvalidException(
                  "parent",
                  "\"%s\" belongs to \"%s\" already, or is it"
                      .formatted(parentCode.orElse(""), code));
            }
          }
          row.setParent(parent);
        });
  }

  Battery describe(TenantId tenant, String code, BatteryDetails details) {
    return change(tenant, code, (em, row) -> DetailsTable.replace(em, row.id(), details));
  }

  // Of the registry: read before the unit of work in the client's database begins.
  private OptionalLong limit(TenantId tenant) {
    return database.tenant(tenant).quota().batteries();
  }

  // Two that become each other's parent at once would each see no cycle.
  private static void lockFamily(EntityManager em) {
    em.createQuery("select b from BatteryRow b order by b.id", BatteryRow.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private static BatteryRow parent(EntityManager em, String code) {
    return FleetNames.find(em, code)
        .orElseThrow(() -> new InvalidException("parent", "no battery \"" + code + "\""));
  }

  private void requireConnector(NewBattery battery) {
    try {
      connectors.check(battery.connectorId(), battery.connectorSettings());
    } catch (IllegalArgumentException e) {
      throw new InvalidException("connectorSettings", e.getMessage());
    }
  }

  private Instant time(String field, Instant time) {
    Instant latest = now().plus(LATEST_AHEAD);
    if (time.isBefore(EARLIEST) || time.isAfter(latest)) {
      throw new InvalidException(
          field, "%s is %s; allowed: %s to %s".formatted(field, time, EARLIEST, latest));
    }
    return time;
  }

  @FunctionalInterface
  private interface Change {
    void apply(EntityManager em, BatteryRow row);
  }

  private Battery change(TenantId tenant, String code, Change change) {
    return write(
        tenant,
        em -> {
          change.apply(em, FleetNames.battery(em, code));
          return read(em, code);
        });
  }

  private Battery read(EntityManager em, String code) {
    return new BatterySelect(em, clock.instant()).and("b.code = :code", "code", code).all().get(0);
  }

  /**
   * Once more when another thread or program made the same row first: now it is found. It may be
   * first with the type, then with the place, then with the battery.
   */
  private <T> T write(TenantId tenant, Function<EntityManager, T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return database.write(tenant, work);
      } catch (DatabaseException e) {
        boolean again = e.errorNumber() == DUPLICATE_KEY || e.isWorthRetrying();
        if (!again || tries == TRIES) {
          throw e;
        }
      }
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
