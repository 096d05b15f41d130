package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.fleet.BatteryType;
import ca.edsquebec.trackingbms.fleet.Place;
import java.util.List;

/**
 * A part of the list of batteries.
 *
 * @param groups those that the items belong to, in their order, when sorted by place; else empty
 * @param page from 1: the one asked for, or the last when that lies beyond the end
 * @param size how many a full page has
 * @param matched how many the query found, on all pages
 * @param total how many the viewer may see
 */
public record FleetPage(
    List<BatteryNow> items,
    List<Group> groups,
    int page,
    int size,
    int matched,
    int total,
    Facets facets) {

  /**
   * The batteries of one type at one place that the query found, on all pages.
   *
   * @param soc mean of the live ones in %, weighted by rated energy; NaN when none is known
   * @param power of the live ones, net, W, + charging; NaN when none is known
   */
  public record Group(BatteryType type, Place place, int batteries, double soc, double power) {

    public boolean has(BatteryNow one) {
      return type.equals(one.battery().type()) && place.equals(one.battery().place());
    }
  }

  public FleetPage {
    items = List.copyOf(items);
    groups = List.copyOf(groups);
  }

  /** At least 1. */
  public int pages() {
    return Math.max(1, (matched + size - 1) / size);
  }
}
