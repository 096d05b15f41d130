package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.overview.Condition;
import ca.edsquebec.trackingbms.overview.Facets;
import ca.edsquebec.trackingbms.overview.FleetQuery;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.List;
import java.util.Map;

/**
 * What may be chosen to narrow the list.
 *
 * @param chemistries empty when all batteries are of the same
 * @param tags empty when no battery has one
 */
public record Filters(
    List<Option> conditions, List<OfType> types, List<Option> chemistries, List<Option> tags) {

  /**
   * A choice.
   *
   * @param value as in the address
   * @param count how many batteries it would find, given the other facets
   */
  public record Option(String value, String label, int count, boolean chosen) {}

  /** A type, and below it the places where its batteries stand. */
  public record OfType(Option type, List<Option> places) {

    public OfType {
      places = List.copyOf(places);
    }
  }

  public Filters {
    conditions = List.copyOf(conditions);
    types = List.copyOf(types);
    chemistries = List.copyOf(chemistries);
    tags = List.copyOf(tags);
  }

  static Filters of(Facets facets, FleetQuery query, Texts texts) {
    return new Filters(
        facets.conditions().entrySet().stream()
            .map(count -> option(count, query.conditions().contains(count.getKey()), texts))
            .toList(),
        facets.types().stream().map(type -> ofType(type, query)).toList(),
        facets.chemistries().size() < 2 && query.chemistries().isEmpty()
            ? List.of()
            : facets.chemistries().entrySet().stream()
                .map(count -> chemistry(count, query.chemistries().contains(count.getKey()), texts))
                .toList(),
        facets.tags().entrySet().stream()
            .map(
                count ->
                    new Option(
                        count.getKey(),
                        count.getKey(),
                        count.getValue(),
                        query.tags().contains(count.getKey())))
            .toList());
  }

  private static Option option(Map.Entry<Condition, Integer> count, boolean chosen, Texts texts) {
    String value = count.getKey().jsonName();
    return new Option(value, texts.of("condition." + value), count.getValue(), chosen);
  }

  private static Option chemistry(
      Map.Entry<Chemistry, Integer> count, boolean chosen, Texts texts) {
    String value = Parameters.jsonName(count.getKey());
    return new Option(value, texts.of("chemistry." + value), count.getValue(), chosen);
  }

  private static OfType ofType(Facets.OfType type, FleetQuery query) {
    String uid = type.type().uid();
    return new OfType(
        new Option(uid, type.type().name(), type.count(), query.types().contains(uid)),
        type.places().stream()
            .map(
                at ->
                    new Option(
                        at.key(), at.place().name(), at.count(), query.places().contains(at.key())))
            .toList());
  }
}
