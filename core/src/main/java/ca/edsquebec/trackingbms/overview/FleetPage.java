package ca.edsquebec.trackingbms.overview;

import java.util.List;

/**
 * A part of the list of batteries.
 *
 * @param page from 1: the one asked for, or the last when that lies beyond the end
 * @param size how many a full page has
 * @param matched how many the query found, on all pages
 * @param total how many the viewer may see
 */
public record FleetPage(
    List<BatteryNow> items, int page, int size, int matched, int total, Facets facets) {

  public FleetPage {
    items = List.copyOf(items);
  }

  /** At least 1. */
  public int pages() {
    return Math.max(1, (matched + size - 1) / size);
  }
}
