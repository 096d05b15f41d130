package ca.edsquebec.trackingbms.fleet;

import static java.util.stream.Collectors.toMap;

import ca.edsquebec.trackingbms.platform.InvalidException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tags and values of custom fields, within the caller's unit of work. */
final class DetailsTable {

  /** From so many on, all are read rather than those of a list of ids. */
  private static final int MANY = 500;

  private DetailsTable() {}

  /** By battery; those without any are not there. */
  static Map<Long, BatteryDetails> of(EntityManager em, Collection<Long> batteries) {
    if (batteries.isEmpty()) {
      return Map.of();
    }
    Map<Long, List<String>> tags = new HashMap<>();
    rows(em, "select r.batteryId, r.tag from TagRow r", " order by r.tag", batteries)
        .forEach(
            row ->
                tags.computeIfAbsent((Long) row[0], id -> new ArrayList<>()).add((String) row[1]));
    Map<Long, Map<String, String>> values = new HashMap<>();
    rows(
            em,
            "select r.batteryId, f.code, r.value from CustomValueRow r join r.field f",
            "",
            batteries)
        .forEach(
            row ->
                values
                    .computeIfAbsent((Long) row[0], id -> new HashMap<>())
                    .put((String) row[1], (String) row[2]));
    Set<Long> described = new HashSet<>(tags.keySet());
    described.addAll(values.keySet());
    return described.stream()
        .collect(
            toMap(
                id -> id,
                id ->
                    new BatteryDetails(
                        tags.getOrDefault(id, List.of()), values.getOrDefault(id, Map.of()))));
  }

  private static List<Object[]> rows(
      EntityManager em, String select, String order, Collection<Long> batteries) {
    boolean many = batteries.size() > MANY;
    String which = many ? "" : " where r.batteryId in :batteries";
    TypedQuery<Object[]> query = em.createQuery(select + which + order, Object[].class);
    if (!many) {
      query.setParameter("batteries", batteries);
    }
    return query.getResultList();
  }

  /**
   * Puts what is given in the place of what was; values of archived fields stay.
   *
   * @throws InvalidException when a field does not exist, is archived, has no such value, or a
   *     required one has none
   */
  static void replace(EntityManager em, long battery, BatteryDetails given) {
    replaceTags(em, battery, given.tags());
    List<CustomFieldRow> rows = CustomFieldTable.active(em);
    requireKnown(given, rows);
    Map<Long, CustomValueRow> stored =
        em.createQuery(
                "select r from CustomValueRow r where r.batteryId = :battery", CustomValueRow.class)
            .setParameter("battery", battery)
            .getResultStream()
            .collect(toMap(value -> value.field().id(), value -> value));
    for (CustomFieldRow row : rows) {
      CustomField field = row.toField();
      String value = field.value(given.fields().getOrDefault(field.code(), ""));
      CustomValueRow known = stored.get(row.id());
      if (value.isEmpty() && known != null) {
        em.remove(known);
      } else if (!value.isEmpty() && known != null) {
        known.setValue(value);
      } else if (!value.isEmpty()) {
        em.persist(new CustomValueRow(battery, row, value));
      }
    }
  }

  /** What a new battery has: what was said, and the defaults of what was not. */
  static BatteryDetails withDefaults(EntityManager em, BatteryDetails given) {
    Map<String, String> fields = new HashMap<>(given.fields());
    CustomFieldTable.active(em).stream()
        .map(CustomFieldRow::toField)
        .filter(field -> !field.defaultValue().isEmpty())
        .forEach(field -> fields.putIfAbsent(field.code(), field.defaultValue()));
    return new BatteryDetails(given.tags(), fields);
  }

  private static void requireKnown(BatteryDetails given, List<CustomFieldRow> active) {
    Set<String> unknown = new HashSet<>(given.fields().keySet());
    active.forEach(row -> unknown.remove(row.toField().code()));
    unknown.stream()
        .sorted()
        .findFirst()
        .ifPresent(
            code -> {
              throw new InvalidException(
                  "customFields",
                  "no custom field \"%s\" in use".formatted(FleetText.shortened(code, 40)));
            });
  }

  private static void replaceTags(EntityManager em, long battery, List<String> tags) {
    List<TagRow> stored =
        em.createQuery("select r from TagRow r where r.batteryId = :battery", TagRow.class)
            .setParameter("battery", battery)
            .getResultList();
    Set<String> missing = new HashSet<>(tags);
    for (TagRow row : stored) {
      if (!missing.remove(row.tag())) {
        em.remove(row);
      }
    }
    missing.forEach(tag -> em.persist(new TagRow(battery, tag)));
  }
}
