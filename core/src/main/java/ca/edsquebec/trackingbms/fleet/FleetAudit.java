package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Change;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the audit is told of changes; empty when nothing changed. No connector settings: secrets.
 */
final class FleetAudit {

  private FleetAudit() {}

  static Change added(Battery battery) {
    Map<String, String> values =
        new TreeMap<>(
            Map.of(
                "code", battery.code(),
                "name", battery.name(),
                "type", battery.type().name(),
                "place", battery.place().name(),
                "connector", battery.connectorId(),
                "status", battery.status().name(),
                "commissionedAt", battery.commissionedAt().toString()));
    battery.parentCode().ifPresent(parent -> values.put("parent", parent));
    return Change.made(Action.BATTERY_ADDED, object(battery), values);
  }

  static Change added(Place place) {
    return Change.made(
        Action.PLACE_ADDED,
        "place:" + place.uid(),
        Map.of("name", place.name(), "zone", place.zone().getId()));
  }

  static Change moved(Battery before, String place, Instant since) {
    return new Change(
        Action.BATTERY_MOVED,
        object(before),
        Map.of("place", before.place().name()),
        Map.of("place", place, "since", since.toString()));
  }

  static Optional<Change> status(Battery before, Battery after) {
    return before.status() == after.status()
        ? Optional.empty()
        : Optional.of(
            new Change(
                Action.BATTERY_STATUS_CHANGED,
                object(after),
                Map.of("status", before.status().name()),
                Map.of("status", after.status().name())));
  }

  static Optional<Change> parent(Battery before, Battery after) {
    return before.parentCode().equals(after.parentCode())
        ? Optional.empty()
        : Optional.of(
            new Change(
                Action.BATTERY_PARENT_CHANGED, object(after), parent(before), parent(after)));
  }

  /** Which settings are others now; what they are is for nobody's eyes but the connector's. */
  static Optional<Change> connector(Battery before, Battery after) {
    Set<String> names = new TreeSet<>(before.connectorSettings().keySet());
    names.addAll(after.connectorSettings().keySet());
    names.removeIf(
        name ->
            Objects.equals(
                before.connectorSettings().get(name), after.connectorSettings().get(name)));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Change.made(
                Action.BATTERY_CONNECTOR_CHANGED,
                object(after),
                Map.of("connector", after.connectorId(), "settings", String.join(", ", names))));
  }

  static Optional<Change> details(Battery before, Battery after) {
    Map<String, String> was = details(before);
    Map<String, String> is = details(after);
    return was.equals(is)
        ? Optional.empty()
        : Optional.of(
            new Change(Action.BATTERY_DESCRIBE, object(after), without(was, is), without(is, was)));
  }

  private static Map<String, String> details(Battery battery) {
    Map<String, String> values = new TreeMap<>();
    if (!battery.details().tags().isEmpty()) {
      values.put("tags", String.join(", ", battery.details().tags()));
    }
    battery.details().fields().forEach((code, value) -> values.put("field." + code, value));
    return values;
  }

  private static Map<String, String> without(Map<String, String> values, Map<String, String> same) {
    Map<String, String> changed = new TreeMap<>(values);
    changed.entrySet().removeAll(same.entrySet());
    return changed;
  }

  private static Map<String, String> parent(Battery battery) {
    return battery.parentCode().map(code -> Map.of("parent", code)).orElse(Map.of());
  }

  private static String object(Battery battery) {
    return "battery:" + battery.uid();
  }
}
