package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.fleet.BatteryType;
import ca.edsquebec.trackingbms.fleet.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts together what a list by place has of one type at one place. */
final class Grouping {

  private record Key(BatteryType type, Place place) {

    static Key of(BatteryNow one) {
      return new Key(one.battery().type(), one.battery().place());
    }
  }

  private Grouping() {}

  /**
   * @param found on all pages
   * @param shown on this one
   */
  static List<FleetPage.Group> of(List<BatteryNow> found, List<BatteryNow> shown) {
    Map<Long, Double> weights = Weights.of(found);
    Map<Key, List<BatteryNow>> groups =
        found.stream()
            .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
    return shown.stream()
        .map(Key::of)
        .distinct()
        .map(key -> group(key, groups.get(key), weights))
        .toList();
  }

  private static FleetPage.Group group(
      Key key, List<BatteryNow> batteries, Map<Long, Double> weights) {
    Figures figures = new Figures(batteries, weights);
    return new FleetPage.Group(
        key.type(), key.place(), batteries.size(), figures.soc(), figures.power());
  }
}
