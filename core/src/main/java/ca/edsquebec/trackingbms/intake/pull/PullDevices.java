package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.OutboundGuard;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which batteries the portal asks, and where. Safe for any number of threads, none of which may be
 * within a unit of work; throws what {@link TenantDatabase} throws. Changes are made by those who
 * may: the caller has checked that, and has the battery from a read with the right viewer.
 */
public final class PullDevices {

  private final TenantDatabase database;
  private final OutboundGuard guard;
  private final Audit audit;
  private final Clock clock;

  public PullDevices(TenantDatabase database, OutboundGuard guard, Audit audit, Clock clock) {
    this.database = database;
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  /** All that the viewer may see, also those that are turned off. */
  public List<PullDevice> all(Viewer viewer) {
    return database.sql(viewer.tenant(), DeviceTable::all).stream()
        .filter(device -> viewer.scope().includes(device.batteryId()))
        .toList();
  }

  /** How a battery is asked; empty when it is not, or the viewer may not see it. */
  public Optional<PullDevice> of(Viewer viewer, Battery battery) {
    return viewer.scope().includes(battery.id())
        ? database.sql(viewer.tenant(), (on, db) -> DeviceTable.find(on, db, battery.id()))
        : Optional.empty();
  }

  /**
   * Asks a battery there from now on; where it was asked before is forgotten. Looks the host up,
   * which may take seconds.
   *
   * @throws InvalidException when the battery's connector can't be read over that transport, or the
   *     address is not to be called from here
   */
  public PullDevice set(Actor by, TenantId tenant, Battery battery, PullAddress address) {
    check(battery, address);
    return put(by, tenant, battery, Optional.of(address), true);
  }

  /**
   * Asks a battery no more; its address is kept.
   *
   * @throws NotFoundException when it has none
   */
  public PullDevice off(Actor by, TenantId tenant, Battery battery) {
    return put(by, tenant, battery, Optional.empty(), false);
  }

  /**
   * Whether that battery could be asked there; connects to nothing.
   *
   * @throws InvalidException as {@link #set}
   */
  public void check(Battery battery, PullAddress address) {
    var unused = Dialogues.of(address, battery.connectorId(), battery.connectorSettings());
    var unusedAddress = guard.device(address.host(), address.port());
  }

  private PullDevice put(
      Actor by, TenantId tenant, Battery battery, Optional<PullAddress> wanted, boolean on) {
    return audit.write(
        tenant,
        em -> {
          Optional<PullDevice> before =
              database.sqlWithin(em, (c, db) -> DeviceTable.find(c, db, battery.id()));
          PullAddress address =
              wanted
                  .or(() -> before.map(PullDevice::address))
                  .orElseThrow(
                      () -> new NotFoundException("pull address of battery " + battery.code()));
          PullDevice after =
              database.sqlWithin(
                  em,
                  (c, db) -> {
                    DeviceTable.put(c, db, battery.id(), address, on, clock.instant());
                    return DeviceTable.find(c, db, battery.id()).orElseThrow();
                  });
          Map<String, String> was = before.map(PullDevices::said).orElse(Map.of());
          if (!was.equals(said(after))) {
            audit.pend(
                em,
                tenant,
                by,
                new Change(Action.BATTERY_PULL_CHANGED, object(battery), was, said(after)));
          }
          return after;
        });
  }

  /** Says in the client's audit that somebody tried an address. */
  void tried(Actor by, TenantId tenant, Battery battery, PullAddress address) {
    audit.record(
        Optional.of(tenant),
        by,
        Change.made(
            Action.BATTERY_PULL_TESTED, object(battery), Map.of("address", address.toString())));
  }

  private static Map<String, String> said(PullDevice device) {
    return Map.of(
        "address", device.address().toString(), "enabled", Boolean.toString(device.enabled()));
  }

  private static String object(Battery battery) {
    return "battery:" + battery.uid();
  }
}
