package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Change;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

  private static Map<String, String> parent(Battery battery) {
    return battery.parentCode().map(code -> Map.of("parent", code)).orElse(Map.of());
  }

  private static String object(Battery battery) {
    return "battery:" + battery.uid();
  }
}
