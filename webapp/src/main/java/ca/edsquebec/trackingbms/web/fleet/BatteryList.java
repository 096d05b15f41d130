package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.overview.FleetPage;
import ca.edsquebec.trackingbms.overview.FleetQuery;
import ca.edsquebec.trackingbms.web.page.Pager;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the list's page shows.
 *
 * @param groups the rows; in one group without a head unless sorted by place
 * @param clear the query of the address without any filter
 * @param sort as in the address
 */
public record BatteryList(
    List<Group> groups,
    int matched,
    int total,
    Filters filters,
    List<Chips.Chip> chips,
    List<Crumb> crumbs,
    String clear,
    Orders orders,
    String sort,
    String text,
    Pager pager,
    int size,
    List<Size> sizes) {

  /**
   * Rows that stand together.
   *
   * @param head what they have in common; null when nothing
   */
  public record Group(FleetPage.Group head, List<BatteryRow> rows) {}

  /**
   * A level of the hierarchy.
   *
   * @param link the query of the address there
   */
  public record Crumb(String name, String link) {}

  /** How many rows a page may have, and the query of the address with so many. */
  public record Size(int rows, String link) {}

  static BatteryList of(FleetQuery query, FleetPage page, List<BatteryRow> rows, Texts texts) {
    FleetQuery first = query.page(1);
    return new BatteryList(
        groups(page, rows),
        page.matched(),
        page.total(),
        Filters.of(page.facets(), query, texts),
        Chips.of(query, page.facets(), texts),
        crumbs(page, query),
        ListAddress.write(
            FleetQuery.first(query.size()).sortedBy(query.sort(), query.descending())),
        Orders.of(query),
        ListAddress.sort(query),
        query.text(),
        Pager.of(
            page.page(),
            page.size(),
            page.matched(),
            number -> ListAddress.write(query.page(number))),
        page.size(),
        ListAddress.SIZES.stream()
            .map(rowsOfPage -> new Size(rowsOfPage, ListAddress.write(first.size(rowsOfPage))))
            .toList());
  }

  private static List<Group> groups(FleetPage page, List<BatteryRow> rows) {
    if (page.groups().isEmpty()) {
      return List.of(new Group(null, rows));
    }
    return page.groups().stream()
        .map(head -> new Group(head, rows.stream().filter(row -> head.has(row.now())).toList()))
        .toList();
  }

  /** Where one type, or one type at one place, is chosen: the way there. */
  private static List<Crumb> crumbs(FleetPage page, FleetQuery query) {
    List<Crumb> crumbs = new ArrayList<>();
    if (query.types().size() + query.places().size() != 1) {
      return crumbs;
    }
    for (var type : page.facets().types()) {
      Optional<String> place =
          type.places().stream()
              .filter(at -> query.places().contains(at.key()))
              .map(at -> at.place().name())
              .findFirst();
      if (place.isPresent() || query.types().contains(type.type().uid())) {
        crumbs.add(new Crumb(type.type().name(), "?type=" + type.type().uid()));
        place.ifPresent(name -> crumbs.add(new Crumb(name, "")));
      }
    }
    return crumbs;
  }
}
