package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.audit.Change;
import java.util.List;
import java.util.TreeSet;

/**
 * One value of a change, as it was and as it is.
 *
 * @param before empty where there was none
 * @param after empty where there is none left
 */
public record Diff(String name, String before, String after) {

  static List<Diff> of(Change change) {
    TreeSet<String> names = new TreeSet<>(change.before().keySet());
    names.addAll(change.after().keySet());
    return names.stream()
        .map(
            name ->
                new Diff(
                    name,
                    change.before().getOrDefault(name, ""),
                    change.after().getOrDefault(name, "")))
        .toList();
  }
}
