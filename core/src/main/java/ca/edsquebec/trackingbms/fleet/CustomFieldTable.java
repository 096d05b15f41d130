package ca.edsquebec.trackingbms.fleet;

import static java.util.stream.Collectors.toMap;

import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions about custom fields, asked within a unit of work. */
final class CustomFieldTable {

  private CustomFieldTable() {}

  /** In their order, archived ones too. */
  static List<CustomFieldRow> all(EntityManager em) {
    return em.createQuery(
            "select f from CustomFieldRow f order by f.position, f.id", CustomFieldRow.class)
        .getResultList();
  }

  /** Those in use, in their order. */
  static List<CustomFieldRow> active(EntityManager em) {
    return em.createQuery(
            "select f from CustomFieldRow f where f.archivedAt is null order by f.position, f.id",
            CustomFieldRow.class)
        .getResultList();
  }

  static Optional<CustomFieldRow> find(EntityManager em, String code) {
    return em.createQuery(
            "select f from CustomFieldRow f where f.code = :code", CustomFieldRow.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  static CustomFieldRow get(EntityManager em, String code) {
    return find(em, code)
        .orElseThrow(
            () -> new NotFoundException("custom field \"" + FleetText.shortened(code, 40) + "\""));
  }

  /** How many batteries of these have a value, by the field's id; what none has is not there. */
  static Map<Long, Long> uses(EntityManager em, BatteryScope scope) {
    if (!scope.all() && scope.ids().isEmpty()) {
      return Map.of();
    }
    TypedQuery<Object[]> query =
        em.createQuery(
            "select f.id, count(v) from CustomValueRow v join v.field f%s group by f.id"
                .formatted(scope.all() ? "" : " where v.batteryId in :ids"),
            Object[].class);
    if (!scope.all()) {
      query.setParameter("ids", scope.ids());
    }
    return query.getResultStream().collect(toMap(row -> (Long) row[0], row -> (Long) row[1]));
  }

  /** How many batteries have that very value. */
  static long uses(EntityManager em, CustomFieldRow field, String value) {
    return em.createQuery(
            "select v.value from CustomValueRow v where v.field = :field and v.value = :value",
            String.class)
        .setParameter("field", field)
        .setParameter("value", value)
        .getResultStream()
        // The column's collation knows no case.
        .filter(value::equals)
        .count();
  }

  static void rename(EntityManager em, CustomFieldRow field, String was, String becomes) {
    em.createQuery(
            "select v from CustomValueRow v where v.field = :field and v.value = :was",
            CustomValueRow.class)
        .setParameter("field", field)
        .setParameter("was", was)
        .getResultList()
        .forEach(value -> value.setValue(becomes));
  }
}
