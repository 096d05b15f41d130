package ca.edsquebec.trackingbms.web.dashboard;

import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.overview.BatteryNow;
import ca.edsquebec.trackingbms.overview.Condition;
import ca.edsquebec.trackingbms.overview.FleetSummary;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A place in the state map.
 *
 * @param types names of the types there
 * @param batteries how many stand there
 * @param cells those to draw
 * @param others how many are not drawn: in a large fleet normal ones, and those beyond the worst
 * @param query of the list, to find them all
 */
public record PlaceRow(
    Place place, String types, int batteries, List<BatteryNow> cells, int others, String query) {

  /** When everything is stale, a page of a thousand cells helps nobody. */
  private static final int MAX_COLLAPSED = 24;

  static PlaceRow of(FleetSummary.AtPlace at, boolean collapsed) {
    List<BatteryNow> cells =
        collapsed
            ? at.batteries().stream()
                .filter(b -> b.condition() != Condition.NORMAL)
                .sorted(Comparator.comparing(BatteryNow::condition))
                .limit(MAX_COLLAPSED)
                .toList()
            : at.batteries();
    String query =
        at.batteries().stream()
            .map(b -> "place=" + b.battery().type().uid() + "." + at.place().uid())
            .distinct()
            .collect(Collectors.joining("&"));
    return new PlaceRow(
        at.place(),
        String.join(", ", at.types()),
        at.batteries().size(),
        cells,
        at.batteries().size() - cells.size(),
        query);
  }
}
