package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What {@link Fleet} changes; see there for what is promised. */
final class FleetChanges {

  private static final int DUPLICATE_KEY = 1062;
  private static final int TRIES = 4;

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration LATEST_AHEAD = Duration.ofDays(3660);

  private final TenantDatabase database;
  private final Audit audit;
  private final ConnectorCheck connectors;
  private final Clock clock;

  FleetChanges(TenantDatabase database, Audit audit, ConnectorCheck connectors, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.connectors = connectors;
    this.clock = clock;
  }

  Battery add(Actor by, TenantId tenant, NewBattery battery) {
    requireConnector(battery.connectorId(), battery.connectorSettings());
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
          Battery added = read(em, battery.code());
          audit.pend(em, tenant, by, FleetAudit.added(added));
          return added;
        });
  }

  Place addPlace(Actor by, TenantId tenant, String name, ZoneId zone) {
    String checked = FleetText.name("place", name, 120);
    return write(
        tenant,
        em -> {
          boolean known = FleetNames.findPlace(em, checked).isPresent();
          PlaceRow row = FleetNames.placeOrNew(em, checked, Optional.of(zone));
          em.flush();
          Place place = row.toPlace();
          if (!known) {
            audit.pend(em, tenant, by, FleetAudit.added(place));
          }
          return place;
        });
  }

  Battery move(Actor by, TenantId tenant, String code, String place, Instant since) {
    Instant from = time("since", since.truncatedTo(ChronoUnit.MILLIS));
    return change(
        by,
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
        },
        (before, after) -> Optional.of(FleetAudit.moved(before, place.strip(), from)));
  }

  Battery setStatus(Actor by, TenantId tenant, String code, BatteryStatus status) {
    OptionalLong limit = limit(tenant);
    return change(
        by,
        tenant,
        code,
        (em, row) -> {
          boolean joins = row.status() == BatteryStatus.RETIRED && status != BatteryStatus.RETIRED;
          row.setStatus(status);
          BatteryLimit.require(em, joins ? limit : OptionalLong.empty());
        },
        FleetAudit::status);
  }

  Battery setParent(Actor by, TenantId tenant, String code, Optional<String> parentCode) {
    return change(
        by,
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
        },
        FleetAudit::parent);
  }

  Battery describe(Actor by, TenantId tenant, String code, BatteryDetails details) {
    return change(
        by,
        tenant,
        code,
        (em, row) -> DetailsTable.replace(em, row.id(), details),
        FleetAudit::details);
  }

  Battery configure(
      Actor by, TenantId tenant, String code, UnaryOperator<Map<String, String>> changed) {
    return change(
        by,
        tenant,
        code,
        (em, row) -> {
          Battery before = read(em, code);
          Map<String, String> settings = changed.apply(new TreeMap<>(before.connectorSettings()));
          requireConnector(before.connectorId(), settings);
          row.setConnectorSettings(settings);
        },
        FleetAudit::connector);
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

  private void requireConnector(String connectorId, Map<String, String> settings) {
    try {
      connectors.check(connectorId, settings);
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
  private interface BatteryChange {
    void apply(EntityManager em, BatteryRow row);
  }

  private Battery change(
      Actor by,
      TenantId tenant,
      String code,
      BatteryChange change,
      BiFunction<Battery, Battery, Optional<Change>> said) {
    return write(
        tenant,
        em -> {
          BatteryRow row = FleetNames.battery(em, code);
          Battery before = read(em, code);
          change.apply(em, row);
          Battery after = read(em, code);
          said.apply(before, after).ifPresent(done -> audit.pend(em, tenant, by, done));
          return after;
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
        return audit.write(tenant, work);
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
