package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A client's batteries, types and places. Safe for any number of threads; to be called outside of
 * any unit of work, as {@link TenantDatabase} says.
 *
 * <p>Reads see what the viewer may see and nothing else: what is out of scope, or another client's,
 * is not found. Changes are made by those who may; the caller has checked that. Each is in the
 * client's audit, by whom it says.
 */
public final class Fleet {

  /** The zone of a new place when none is given. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("America/Toronto");

  private final TenantDatabase database;
  private final FleetChanges changes;
  private final Clock clock;

  public Fleet(TenantDatabase database, ConnectorCheck connectors, Audit audit, Clock clock) {
    this.database = database;
    this.changes = new FleetChanges(database, audit, connectors, clock);
    this.clock = clock;
  }

  /**
   * Adds a battery, and its type and place when the client has none of that name. It stands at that
   * place from a year before its commissioning on: no earlier sample is accepted.
   *
   * @throws InvalidException when the code exists, the parent does not, the zone is not that of the
   *     existing place, the connector can't be used, a custom field can't have its value, or the
   *     client has as many batteries as it may
   */
  public Battery add(Actor by, TenantId tenant, NewBattery battery) {
    return changes.add(by, tenant, battery);
  }

  /**
   * Adds a place without a battery. Repeating it changes nothing.
   *
   * @throws InvalidException when a place of that name is in another zone
   */
  public Place addPlace(Actor by, TenantId tenant, String name, ZoneId zone) {
    return changes.addPlace(by, tenant, name, zone);
  }

  /**
   * Says that a battery stands at a place from a time on, past or to come, until its next move; a
   * move at the very same time is corrected.
   *
   * @param place the name of an existing place
   * @return the battery where it stands now
   * @throws NotFoundException when there is no such battery
   * @throws InvalidException when there is no such place
   */
  public Battery move(Actor by, TenantId tenant, String code, String place, Instant since) {
    return changes.move(by, tenant, code, place, since);
  }

  /**
   * @throws NotFoundException when there is no such battery
   */
  public Battery setStatus(Actor by, TenantId tenant, String code, BatteryStatus status) {
    return changes.setStatus(by, tenant, code, status);
  }

  /**
   * Makes a battery a pack of another one's installation, or of none.
   *
   * @throws NotFoundException when there is no such battery
   * @throws InvalidException when there is no such parent, or the battery would be its own ancestor
   */
  public Battery setParent(Actor by, TenantId tenant, String code, Optional<String> parentCode) {
    return changes.setParent(by, tenant, code, parentCode);
  }

  /**
   * Puts tags and values of custom fields in the place of what was. Values of archived fields stay.
   *
   * @throws NotFoundException when there is no such battery
   * @throws InvalidException naming the field whose value can't be, {@code tags} or {@code
   *     customFields}
   */
  public Battery describe(Actor by, TenantId tenant, String code, BatteryDetails details) {
    return changes.describe(by, tenant, code, details);
  }

  /**
   * Puts settings of the battery's connector in the place of what was; the audit is told their
   * names, and no values: some may be secret.
   *
   * @throws NotFoundException when there is no such battery
   * @throws InvalidException of {@code connectorSettings} when the connector does not take them
   */
  public Battery configure(
      Actor by, TenantId tenant, Battery battery, UnaryOperator<Map<String, String>> changed) {
    return changes.configure(by, tenant, battery.code(), changed);
  }

  public Page<Battery> batteries(Viewer viewer, BatteryQuery query) {
    return database.read(
        viewer.tenant(),
        em -> {
          BatterySelect select = BatteryListing.narrow(select(em, viewer), query);
          List<Battery> items =
              select.list(BatteryListing.order(query), BatteryListing.first(query), query.size());
          return new Page<>(items, query.page(), query.size(), select.count());
        });
  }

  /**
   * @param uid as in addresses
   * @throws NotFoundException when there is none that this viewer may see
   */
  public Battery battery(Viewer viewer, String uid) {
    return one(viewer, FleetText.isUid(uid), "b.uid = :key", uid);
  }

  /**
   * @throws NotFoundException when there is none that this viewer may see
   */
  public Battery batteryByCode(Viewer viewer, String code) {
    return one(viewer, FleetText.isCode(code), "b.code = :key", code);
  }

  /** By name; when the viewer does not see all batteries, only the types of those it sees. */
  public List<BatteryType> types(Viewer viewer) {
    return database.read(viewer.tenant(), em -> FleetFacets.types(em, viewer.scope()));
  }

  /** By name; when the viewer does not see all batteries, only where those it sees stand now. */
  public List<Place> places(Viewer viewer) {
    return database.read(
        viewer.tenant(), em -> FleetFacets.places(em, viewer.scope(), clock.instant()));
  }

  /** Every battery of a client, retired ones too. */
  List<Battery> snapshot(TenantId tenant) {
    return database.read(tenant, em -> new BatterySelect(em, clock.instant()).all());
  }

  private Battery one(Viewer viewer, boolean possible, String condition, String key) {
    Function<EntityManager, List<Battery>> read =
        em -> select(em, viewer).and(condition, "key", key).all();
    // What can't be a key is not asked for: the database would overlook blanks at its end.
    List<Battery> found = possible ? database.read(viewer.tenant(), read) : List.of();
    if (found.isEmpty()) {
      throw new NotFoundException("battery \"" + key + "\"");
    }
    return found.get(0);
  }

  private BatterySelect select(EntityManager em, Viewer viewer) {
    return new BatterySelect(em, clock.instant()).within(viewer.scope());
  }
}
