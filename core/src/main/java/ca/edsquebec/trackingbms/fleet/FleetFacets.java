package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.tenant.BatteryScope;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** The types and places that a viewer can tell batteries apart by. */
final class FleetFacets {

  private static final String CURRENT =
      "placed.since = (select max(x.since) from PlacementRow x"
          + " where x.battery = placed.battery and x.since <= :now)";

  private FleetFacets() {}

  static List<BatteryType> types(EntityManager em, BatteryScope scope) {
    if (!scope.all() && scope.ids().isEmpty()) {
      return List.of();
    }
    String seen =
        scope.all()
            ? ""
            : " where exists (select b.id from BatteryRow b where b.type = t and b.id in :ids)";
    var query =
        em.createQuery(
            "select t from BatteryTypeRow t" + seen + " order by t.name", BatteryTypeRow.class);
    if (!scope.all()) {
      query.setParameter("ids", scope.ids());
    }
    return query.getResultStream().map(BatteryTypeRow::toType).toList();
  }

  static List<Place> places(EntityManager em, BatteryScope scope, Instant now) {
    if (!scope.all() && scope.ids().isEmpty()) {
      return List.of();
    }
    String seen =
        scope.all()
            ? ""
            : " where exists (select placed.id from PlacementRow placed where placed.place = p"
                + " and placed.battery.id in :ids and "
                + CURRENT
                + ")";
    var query =
        em.createQuery("select p from PlaceRow p" + seen + " order by p.name", PlaceRow.class);
    if (!scope.all()) {
      query.setParameter("ids", scope.ids()).setParameter("now", now);
    }
    return query.getResultStream().map(PlaceRow::toPlace).toList();
  }
}
