package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.platform.InvalidException;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes batteries follow the choices of a list that are called otherwise, or refuses. */
final class ChoiceChange {

  private final EntityManager em;
  private final CustomFieldRow row;
  private final CustomField before;
  private final CustomField after;
  private final Map<String, String> renamed;

  ChoiceChange(
      EntityManager em,
      CustomFieldRow row,
      CustomField before,
      CustomField after,
      Map<String, String> renamed) {
    this.em = em;
    this.row = row;
    this.before = before;
    this.after = after;
    this.renamed = new LinkedHashMap<>(renamed);
    this.renamed.entrySet().removeIf(one -> one.getKey().equals(one.getValue()));
  }

  void apply() {
    Set<String> offered = values(after);
    for (String value : values(before)) {
      String becomes = renamed.getOrDefault(value, value);
      if (!offered.contains(becomes)) {
        refuseWhenUsed(value);
      }
    }
    // Two that change places would meet: whoever renames to a name that stays in use is refused.
    for (Map.Entry<String, String> one : renamed.entrySet()) {
      if (values(before).contains(one.getValue()) && offered.contains(one.getValue())) {
        throw new InvalidException(
            "choices", "choice \"" + one.getValue() + "\" is there already: rename in two steps");
      }
    }
    renamed.forEach((was, becomes) -> CustomFieldTable.rename(em, row, was, becomes));
  }

  private void refuseWhenUsed(String value) {
    long uses = CustomFieldTable.uses(em, row, value);
    if (uses > 0) {
      throw new InvalidException(
          "choices",
          "%d batteries have \"%s\": rename it, or change them first".formatted(uses, value));
    }
  }

  private static Set<String> values(CustomField field) {
    return field.choices().stream().map(CustomField.Choice::value).collect(Collectors.toSet());
  }
}
