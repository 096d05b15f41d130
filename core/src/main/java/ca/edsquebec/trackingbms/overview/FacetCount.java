package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.fleet.BatteryType;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.measure.Chemistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts facets: each without regard to its own choices. */
final class FacetCount {

  private final Choice choice;
  private final Map<Condition, Integer> conditions = new EnumMap<>(Condition.class);
  private final Map<Chemistry, Integer> chemistries = new EnumMap<>(Chemistry.class);
  private final SortedMap<String, Integer> tags = new TreeMap<>();
  private final Map<BatteryType, Map<Place, Integer>> types = new LinkedHashMap<>();

  private FacetCount(Choice choice) {
    this.choice = choice;
    for (Condition condition : Condition.values()) {
      conditions.put(condition, 0);
    }
  }

  /**
   * @param items all that the viewer may see, by place
   */
  static Facets of(Collection<Item> items, Choice choice) {
    FacetCount count = new FacetCount(choice);
    items.forEach(count::add);
    return count.toFacets();
  }

  private void add(Item item) {
    boolean condition = choice.condition(item);
    boolean typeOrPlace = choice.typeOrPlace(item);
    boolean chemistry = choice.chemistry(item);
    boolean text = choice.text(item);
    boolean tag = choice.tag(item);
    var battery = item.entry().battery();
    conditions.merge(
        item.now().condition(), one(typeOrPlace && chemistry && tag && text), Integer::sum);
    chemistries.merge(
        battery.chemistry(), one(condition && typeOrPlace && tag && text), Integer::sum);
    types
        .computeIfAbsent(battery.type(), type -> new LinkedHashMap<>())
        .merge(battery.place(), one(condition && chemistry && tag && text), Integer::sum);
    for (String word : battery.details().tags()) {
      tags.merge(word, one(condition && typeOrPlace && chemistry && text), Integer::sum);
    }
  }

  private static int one(boolean counts) {
    return counts ? 1 : 0;
  }

  private Facets toFacets() {
    List<Facets.OfType> ofTypes = new ArrayList<>();
    types.forEach(
        (type, places) -> {
          List<Facets.AtPlace> atPlaces = new ArrayList<>();
          places.forEach((place, count) -> atPlaces.add(new Facets.AtPlace(type, place, count)));
          int count = places.values().stream().mapToInt(Integer::intValue).sum();
          ofTypes.add(new Facets.OfType(type, count, atPlaces));
        });
    ofTypes.sort(Names.by(one -> one.type().name()));
    return new Facets(conditions, ofTypes, chemistries, tags);
  }
}
