package ca.edsquebec.trackingbms.overview;

import java.util.List;

/** Finds, orders and cuts. */
final class Listing {

  private Listing() {}

  /**
   * @param items all that the viewer may see, by place
   */
  static FleetPage page(List<Item> items, FleetQuery query) {
    Choice choice = new Choice(query);
    List<BatteryNow> found =
        items.stream().filter(choice::all).sorted(Order.of(query)).map(Item::now).toList();
    int last = Math.max(1, (found.size() + query.size() - 1) / query.size());
    int page = Math.min(query.page(), last);
    int first = (page - 1) * query.size();
    List<BatteryNow> shown = found.subList(first, Math.min(found.size(), first + query.size()));
    return new FleetPage(
        shown,
        query.sort() == FleetQuery.Sort.PLACE ? Grouping.of(found, shown) : List.of(),
        page,
        query.size(),
        found.size(),
        items.size(),
        FacetCount.of(items, choice));
  }
}
