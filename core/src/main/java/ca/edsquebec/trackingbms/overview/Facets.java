package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.fleet.BatteryType;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.measure.Chemistry;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many batteries each choice stands for, given what is chosen in the <em>other</em> facets and
 * the search text. A choice that now finds nothing is there with 0.
 *
 * @param conditions every condition, the worst first
 * @param types those of the viewer's batteries, by name
 * @param chemistries those of the viewer's batteries
 * @param tags those of the viewer's batteries
 */
public record Facets(
    Map<Condition, Integer> conditions,
    List<OfType> types,
    Map<Chemistry, Integer> chemistries,
    SortedMap<String, Integer> tags) {

  /**
   * @param places where batteries of the type stand, by name
   */
  public record OfType(BatteryType type, int count, List<AtPlace> places) {

    public OfType {
      places = List.copyOf(places);
    }
  }

  /** Batteries of one type at one place. */
  public record AtPlace(BatteryType type, Place place, int count) {

    /** As {@link FleetQuery#places} has it. */
    public String key() {
      return type.uid() + "." + place.uid();
    }
  }

  public Facets {
    conditions = Collections.unmodifiableMap(ordered(Condition.class, conditions));
    types = List.copyOf(types);
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    chemistries = Collections.unmodifiableMap(ordered(Chemistry.class, chemistries));
  }

  private static <E extends Enum<E>> EnumMap<E, Integer> ordered(
      Class<E> type, Map<E, Integer> counts) {
    EnumMap<E, Integer> copy = new EnumMap<>(type);
    copy.putAll(counts);
    return copy;
  }
}
