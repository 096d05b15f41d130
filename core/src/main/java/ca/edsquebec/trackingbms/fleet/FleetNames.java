package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.Optional;

/** Finds what a request names, within its transaction. */
final class FleetNames {

  private FleetNames() {}

  static BatteryRow battery(EntityManager em, String code) {
    return find(em, code).orElseThrow(() -> new NotFoundException("battery \"" + code + "\""));
  }

  static Optional<BatteryRow> find(EntityManager em, String code) {
    // What is no code is not asked for: the database would overlook blanks at its end.
    return FleetText.isCode(code) ? byName(em, BatteryRow.class, "code", code) : Optional.empty();
  }

  static PlaceRow place(EntityManager em, String name) {
    return findPlace(em, name)
        .orElseThrow(() -> new InvalidException("place", "no place \"" + name + "\""));
  }

  static BatteryTypeRow typeOrNew(EntityManager em, String name) {
    return byName(em, BatteryTypeRow.class, "name", name)
        .orElseGet(() -> persisted(em, new BatteryTypeRow(name)));
  }

  static PlaceRow placeOrNew(EntityManager em, String name, Optional<ZoneId> zone) {
    Optional<PlaceRow> known = findPlace(em, name);
    known.map(PlaceRow::toPlace).ifPresent(place -> requireZone(place, zone));
    return known.orElseGet(
        () -> persisted(em, new PlaceRow(name, zone.orElse(Fleet.DEFAULT_ZONE))));
  }

  private static void requireZone(Place place, Optional<ZoneId> zone) {
    if (zone.isPresent() && !zone.get().equals(place.zone())) {
      throw new InvalidException(
          "zone",
          "place \"%s\" is in zone %s, not %s".formatted(place.name(), place.zone(), zone.get()));
    }
  }

  static Optional<PlaceRow> findPlace(EntityManager em, String name) {
    return byName(em, PlaceRow.class, "name", name.strip());
  }

  private static <T> Optional<T> byName(EntityManager em, Class<T> row, String field, String text) {
    return em.createQuery(
            "select r from %s r where r.%s = :text".formatted(row.getSimpleName(), field), row)
        .setParameter("text", text)
        .getResultStream()
        .findFirst();
  }

  private static <T> T persisted(EntityManager em, T row) {
    em.persist(row);
    return row;
  }
}
