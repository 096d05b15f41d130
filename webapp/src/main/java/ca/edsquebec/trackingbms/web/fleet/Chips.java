package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.overview.Condition;
import ca.edsquebec.trackingbms.overview.Facets;
import ca.edsquebec.trackingbms.overview.FleetQuery;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the list is narrowed by now, each with the way to the list without it. */
final class Chips {

  /**
   * One of them.
   *
   * @param label in words
   * @param link the query of the address without it
   */
  public record Chip(String label, String link) {}

  private final FleetQuery query;
  private final Facets facets;
  private final Texts texts;
  private final List<Chip> chips = new ArrayList<>();

  private Chips(FleetQuery query, Facets facets, Texts texts) {
    this.query = query.page(1);
    this.facets = facets;
    this.texts = texts;
  }

  static List<Chip> of(FleetQuery query, Facets facets, Texts texts) {
    Chips chips = new Chips(query, facets, texts);
    chips.text();
    chips.conditions();
    chips.types();
    chips.places();
    chips.chemistries();
    chips.tags();
    return List.copyOf(chips.chips);
  }

  private void text() {
    if (!query.text().isEmpty()) {
      add("q", texts.of("fleet.quoted", query.text()), query.matching(""));
    }
  }

  private void conditions() {
    for (Condition condition : new TreeSet<>(query.conditions())) {
      String name = texts.of("condition." + condition.jsonName());
      add("state", name, query.in(without(query.conditions(), condition)));
    }
  }

  private void types() {
    for (String uid : new TreeSet<>(query.types())) {
      add("type", typeName(uid), query.of(without(query.types(), uid), query.places()));
    }
  }

  private String typeName(String uid) {
    return facets.types().stream()
        .map(of -> of.type())
        .filter(type -> type.uid().equals(uid))
        .map(type -> type.name())
        .findFirst()
        .orElseGet(() -> texts.of("fleet.not-there"));
  }

  private void places() {
    for (String key : new TreeSet<>(query.places())) {
      add("place", placeName(key), query.of(query.types(), without(query.places(), key)));
    }
  }

  private String placeName(String key) {
    return facets.types().stream()
        .flatMap(of -> of.places().stream())
        .filter(at -> at.key().equals(key))
        .map(at -> at.type().name() + " › " + at.place().name())
        .findFirst()
        .orElseGet(() -> texts.of("fleet.not-there"));
  }

  private void chemistries() {
    for (var chemistry : new TreeSet<>(query.chemistries())) {
      String name = texts.of("chemistry." + Parameters.jsonName(chemistry));
      add("chemistry", name, query.with(without(query.chemistries(), chemistry)));
    }
  }

  private void tags() {
    for (String tag : new TreeSet<>(query.tags())) {
      add("tag", tag, query.tagged(without(query.tags(), tag)));
    }
  }

  private void add(String facet, String name, FleetQuery rest) {
    String label = texts.of("fleet.chip", texts.of("fleet.facet." + facet), name);
    chips.add(new Chip(label, ListAddress.write(rest)));
  }

  private static <T> Set<T> without(Set<T> all, T one) {
    Set<T> rest = new TreeSet<>(all);
    rest.remove(one);
    return rest;
  }
}
