package ca.edsquebec.trackingbms.overview;

/** Which batteries a query wants, facet by facet. */
final class Choice {

  private final FleetQuery query;
  private final String text;

  Choice(FleetQuery query) {
    this.query = query;
    this.text = Catalogue.folded(query.text());
  }

  boolean condition(Item item) {
    return query.conditions().isEmpty() || query.conditions().contains(item.now().condition());
  }

  boolean typeOrPlace(Item item) {
    return (query.types().isEmpty() && query.places().isEmpty())
        || query.types().contains(item.entry().battery().type().uid())
        || query.places().contains(item.entry().placeType());
  }

  boolean chemistry(Item item) {
    return query.chemistries().isEmpty()
        || query.chemistries().contains(item.entry().battery().chemistry());
  }

  boolean tag(Item item) {
    return query.tags().isEmpty()
        || item.entry().battery().details().tags().stream().anyMatch(query.tags()::contains);
  }

  boolean text(Item item) {
    return text.isEmpty() || item.entry().text().contains(text);
  }

  boolean all(Item item) {
    return condition(item) && typeOrPlace(item) && chemistry(item) && tag(item) && text(item);
  }
}
