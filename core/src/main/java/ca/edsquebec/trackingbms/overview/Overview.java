package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.telemetry.Latest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a client's fleet looks like now, of the batteries that the viewer may see and that are not
 * retired. From memory: a battery that was changed shows so within 10 s. Safe for any number of
 * threads; to be called outside of any unit of work, with the errors of {@link
 * ca.edsquebec.trackingbms.tenant.TenantDatabase}.
 */
public final class Overview {

  private final BatteryDirectory directory;
  private final LatestState latest;
  private final Clock clock;
  private final Map<TenantId, Catalogue> catalogues = new ConcurrentHashMap<>();

  public Overview(BatteryDirectory directory, LatestState latest, Clock clock) {
    this.directory = directory;
    this.latest = latest;
    this.clock = clock;
  }

  /** A page of the list, with the facets to narrow it. */
  public FleetPage fleet(Viewer viewer, FleetQuery query) {
    return Listing.page(items(viewer), query);
  }

  /**
   * @param uid as in addresses
   * @throws NotFoundException when there is none that this viewer may see, or it is retired
   */
  public BatteryNow battery(Viewer viewer, String uid) {
    return catalogue(viewer.tenant()).entries().stream()
        .map(Entry::battery)
        .filter(battery -> battery.uid().equals(uid) && viewer.scope().includes(battery.id()))
        .findFirst()
        .map(battery -> now(viewer, battery))
        .orElseThrow(() -> new NotFoundException("battery \"" + uid + "\""));
  }

  /** A battery that the caller has looked up for this viewer, as it is now. */
  public BatteryNow now(Viewer viewer, Battery battery) {
    return BatteryNow.of(battery, latest.latest(viewer, battery.id()), clock.millis());
  }

  /**
   * All batteries together.
   *
   * @param typeUid only those of one type; of a type that is not the viewer's there are none
   */
  public FleetSummary summary(Viewer viewer, Optional<String> typeUid) {
    return Summing.of(batteries(viewer, typeUid));
  }

  /**
   * How much each battery counts in a mean, by its id: its rated energy in Wh, or the mean of the
   * others where that is not known; 1 for all when none is known.
   *
   * @param typeUid as in {@link #summary}
   */
  public Map<Long, Double> weights(Viewer viewer, Optional<String> typeUid) {
    return Weights.of(batteries(viewer, typeUid));
  }

  private List<BatteryNow> batteries(Viewer viewer, Optional<String> typeUid) {
    return items(viewer).stream()
        .map(Item::now)
        .filter(one -> typeUid.isEmpty() || one.battery().type().uid().equals(typeUid.get()))
        .toList();
  }

  private List<Item> items(Viewer viewer) {
    Map<Long, Latest> known = latest.all(viewer);
    long now = clock.millis();
    List<Item> items = new ArrayList<>();
    for (Entry entry : catalogue(viewer.tenant()).entries()) {
      Battery battery = entry.battery();
      if (viewer.scope().includes(battery.id())) {
        Optional<Latest> newest = Optional.ofNullable(known.get(battery.id()));
        items.add(new Item(entry, BatteryNow.of(battery, newest, now)));
      }
    }
    return items;
  }

  private Catalogue catalogue(TenantId tenant) {
    List<Battery> batteries = directory.all(Viewer.system(tenant));
    Catalogue known = catalogues.get(tenant);
    if (known != null && known.isOf(batteries)) {
      return known;
    }
    Catalogue made = new Catalogue(batteries);
    catalogues.put(tenant, made);
    return made;
  }
}
