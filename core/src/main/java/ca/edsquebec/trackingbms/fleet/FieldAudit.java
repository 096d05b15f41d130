package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the audit is told of changes to custom fields. */
final class FieldAudit {

  private FieldAudit() {}

  static String object(String code) {
    return "field:" + code;
  }

  static Change created(CustomField field) {
    return Change.made(Action.FIELD_CREATE, object(field.code()), values(field));
  }

  /** Empty when nothing changed. */
  static Optional<Change> changed(CustomField before, CustomField after) {
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(
            new Change(Action.FIELD_CHANGE, object(after.code()), values(before), values(after)));
  }

  static Change ordered(List<String> codes) {
    return Change.made(Action.FIELD_CHANGE, object("*"), Map.of("order", String.join(", ", codes)));
  }

  private static Map<String, String> values(CustomField field) {
    Map<String, String> values = new TreeMap<>();
    values.put("kind", field.kind().name());
    values.put("labelFr", field.labelFr());
    values.put("labelEn", field.labelEn());
    values.put("unit", field.unit());
    values.put("required", Boolean.toString(field.required()));
    values.put("default", field.defaultValue());
    values.put(
        "choices",
        field.choices().stream().map(CustomField.Choice::value).collect(Collectors.joining(", ")));
    values.values().removeIf(String::isEmpty);
    return values;
  }
}
