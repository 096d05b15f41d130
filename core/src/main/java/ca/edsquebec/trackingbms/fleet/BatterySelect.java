package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.tenant.BatteryScope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one way batteries are read: each with its type and current place, in one statement. */
final class BatterySelect {

  private static final String FROM =
      " from PlacementRow placed join placed.battery b join placed.place p join b.type t"
          + " left join b.parent up"
          + " where placed.since = (select max(x.since) from PlacementRow x"
          + " where x.battery = b and x.since <= :now)";

  private final EntityManager em;
  private final StringBuilder conditions = new StringBuilder(FROM);
  private BatteryScope scope = BatteryScope.ALL;
  private final Map<String, Object> parameters = new HashMap<>();

  BatterySelect(EntityManager em, Instant now) {
    this.em = em;
    parameters.put("now", now);
  }

  BatterySelect within(BatteryScope seen) {
    scope = seen;
    if (scope.all()) {
      return this;
    }
    // An empty IN list is not SQL.
    return scope.ids().isEmpty() ? and("1 = 0") : and("b.id in :ids", "ids", scope.ids());
  }

  BatterySelect and(String condition) {
    conditions.append(" and ").append(condition);
    return this;
  }

  BatterySelect and(String condition, String parameter, Object value) {
    parameters.put(parameter, value);
    return and(condition);
  }

  long count() {
    return query("select count(b)" + conditions, Long.class).getSingleResult();
  }

  /**
   * @param order JPQL after {@code order by}
   */
  List<Battery> list(String order, int first, int max) {
    List<Object[]> rows =
        query("select b, t, p, up.code, up.id" + conditions + " order by " + order, Object[].class)
            .setFirstResult(first)
            .setMaxResults(max)
            .getResultList();
    Map<Long, BatteryDetails> details =
        DetailsTable.of(em, rows.stream().map(row -> ((BatteryRow) row[0]).id()).toList());
    return rows.stream().map(row -> battery(row, details)).toList();
  }

  List<Battery> all() {
    return list("b.id", 0, Integer.MAX_VALUE);
  }

  private Battery battery(Object[] row, Map<Long, BatteryDetails> details) {
    BatteryRow battery = (BatteryRow) row[0];
    // The code of a battery out of scope is nobody's business, though a pack of it is in.
    boolean seesParent = row[4] != null && scope.includes((Long) row[4]);
    return battery.toBattery(
        (BatteryTypeRow) row[1],
        (PlaceRow) row[2],
        seesParent ? (String) row[3] : null,
        details.getOrDefault(battery.id(), BatteryDetails.NONE));
  }

  private <T> TypedQuery<T> query(String text, Class<T> type) {
    TypedQuery<T> query = em.createQuery(text, type);
    parameters.forEach(query::setParameter);
    return query;
  }
}
