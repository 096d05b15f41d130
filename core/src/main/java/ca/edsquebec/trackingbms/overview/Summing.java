package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.fleet.BatteryType;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the summary of some batteries. */
final class Summing {

  private Summing() {}

  /**
   * @param batteries by place, then name
   */
  static FleetSummary of(List<BatteryNow> batteries) {
    Map<Long, Double> weights = Weights.of(batteries);
    Figures all = new Figures(batteries, weights);
    Map<Condition, Integer> conditions = conditions(batteries);
    Optional<BatteryNow> hottest = all.hottest();
    List<FleetSummary.OfType> types = types(batteries, weights);
    List<FleetSummary.AtPlace> places = places(batteries, types);
    return new FleetSummary(
        conditions,
        batteries.size(),
        places.size(),
        types.size(),
        all.soc(),
        all.availableKWh(),
        all.totalKWh(),
        all.power(),
        hottest.map(battery -> battery.value(Metric.TEMPERATURE_MAX)).orElse(Double.NaN),
        hottest,
        conditions.get(Condition.STALE) + conditions.get(Condition.UNKNOWN),
        all.delayP95Millis(),
        types,
        places);
  }

  private static Map<Condition, Integer> conditions(List<BatteryNow> batteries) {
    Map<Condition, Integer> counts = new EnumMap<>(Condition.class);
    for (Condition condition : Condition.values()) {
      counts.put(condition, 0);
    }
    batteries.forEach(battery -> counts.merge(battery.condition(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  private static List<FleetSummary.OfType> types(
      List<BatteryNow> batteries, Map<Long, Double> weights) {
    Map<BatteryType, List<BatteryNow>> groups = new LinkedHashMap<>();
    for (BatteryNow battery : batteries) {
      groups.computeIfAbsent(battery.battery().type(), t -> new ArrayList<>()).add(battery);
    }
    List<FleetSummary.OfType> types = new ArrayList<>();
    groups.forEach(
        (type, group) -> {
          Figures figures = new Figures(group, weights);
          types.add(new FleetSummary.OfType(type, group.size(), figures.soc(), figures.power()));
        });
    types.sort(Names.by(one -> one.type().name()));
    return types;
  }

  // Comparing names is slow: the order of the types is known already.
  private static List<FleetSummary.AtPlace> places(
      List<BatteryNow> batteries, List<FleetSummary.OfType> types) {
    List<BatteryType> order = types.stream().map(FleetSummary.OfType::type).toList();
    Map<Place, List<BatteryNow>> groups = new LinkedHashMap<>();
    for (BatteryNow battery : batteries) {
      groups.computeIfAbsent(battery.battery().place(), p -> new ArrayList<>()).add(battery);
    }
    List<FleetSummary.AtPlace> places = new ArrayList<>();
    groups.forEach(
        (place, group) -> {
          Set<BatteryType> present = new HashSet<>();
          group.forEach(one -> present.add(one.battery().type()));
          List<String> names =
              order.stream().filter(present::contains).map(BatteryType::name).toList();
          places.add(new FleetSummary.AtPlace(place, names, group));
        });
    return places;
  }
}
