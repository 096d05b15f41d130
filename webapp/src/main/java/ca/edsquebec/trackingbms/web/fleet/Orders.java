package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.overview.FleetQuery;
import ca.edsquebec.trackingbms.overview.FleetQuery.Sort;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * In which order the list is, and may be.
 *
 * @param columns the orders that the head of a column stands for
 * @param choices all orders
 */
public record Orders(List<Column> columns, List<Choice> choices) {

  private static final List<Sort> IN_HEAD =
      List.of(
          Sort.NAME,
          Sort.SEVERITY,
          Sort.SOC,
          Sort.VOLTAGE,
          Sort.CURRENT,
          Sort.TEMPERATURE,
          Sort.SPREAD,
          Sort.AGE);

  /** Who sorts by these looks for the highest. */
  private static final Set<Sort> HIGHEST_FIRST = Set.of(Sort.TEMPERATURE, Sort.SPREAD, Sort.AGE);

  /**
   * A column that orders.
   *
   * @param name its text is {@code fleet.column.NAME}
   * @param link the query of the address in that order, or in the other direction
   * @param direction for {@code aria-sort}; empty when the list is in another order
   */
  public record Column(String name, String link, String direction) {}

  /**
   * An order.
   *
   * @param value as in the address
   * @param name its text is {@code fleet.order.NAME}
   * @param reversed the other way around than the text says
   */
  public record Choice(String value, String name, boolean chosen, boolean reversed) {}

  public Orders {
    columns = List.copyOf(columns);
    choices = List.copyOf(choices);
  }

  static Orders of(FleetQuery query) {
    return new Orders(
        IN_HEAD.stream().map(sort -> column(query, sort)).toList(),
        Arrays.stream(Sort.values()).map(sort -> choice(query, sort)).toList());
  }

  private static Column column(FleetQuery query, Sort sort) {
    boolean here = query.sort() == sort;
    boolean descending = here ? !query.descending() : HIGHEST_FIRST.contains(sort);
    String link = ListAddress.write(query.page(1).sortedBy(sort, descending));
    return new Column(Parameters.jsonName(sort), link, here ? direction(query) : "");
  }

  // The worst first is a fall in severity.
  private static String direction(FleetQuery query) {
    boolean falls = query.descending() != (query.sort() == Sort.SEVERITY);
    return falls ? "descending" : "ascending";
  }

  private static Choice choice(FleetQuery query, Sort sort) {
    boolean usual = HIGHEST_FIRST.contains(sort);
    boolean here = query.sort() == sort;
    boolean descending = here ? query.descending() : usual;
    return new Choice(
        ListAddress.sort(query.sortedBy(sort, descending)),
        Parameters.jsonName(sort),
        here,
        descending != usual);
  }
}
