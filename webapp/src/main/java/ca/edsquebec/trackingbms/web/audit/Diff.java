package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Change;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One value of a change, as it was and as it is, in words.
 *
 * @param before empty where there was none
 * @param after empty where there is none left
 */
public record Diff(String name, String before, String after) {

  static List<Diff> of(Change change, ValueWords words) {
    TreeSet<String> names = new TreeSet<>(change.before().keySet());
    names.addAll(change.after().keySet());
    return names.stream()
        .map(
            name ->
                new Diff(
                    words.field(name),
                    value(name, change.before(), words),
                    value(name, change.after(), words)))
        .filter(diff -> !diff.before().isEmpty() || !diff.after().isEmpty())
        .toList();
  }

  private static String value(String name, Map<String, String> values, ValueWords words) {
    return words.value(name, values.getOrDefault(name, ""));
  }
}
