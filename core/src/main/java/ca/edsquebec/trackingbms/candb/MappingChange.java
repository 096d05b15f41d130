package ca.edsquebec.trackingbms.candb;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Change;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the audit is told of a mapping: the signals whose meaning changed, as many as fit. */
final class MappingChange {

  private static final int TOLD = 20;

  private MappingChange() {}

  static Change of(String object, Map<String, String> was, Map<String, String> is) {
    return new Change(
        Action.CAN_DATABASE_CHANGED,
        object,
        Map.of("signals", Integer.toString(was.size()), "meanings", otherwise(was, is)),
        Map.of("signals", Integer.toString(is.size()), "meanings", otherwise(is, was)));
  }

  private static String otherwise(Map<String, String> these, Map<String, String> others) {
    Map<String, String> changed = new TreeMap<>(these);
    changed.entrySet().removeAll(others.entrySet());
    return changed.entrySet().stream()
            .limit(TOLD)
            .map(meaning -> meaning.getKey() + " = " + meaning.getValue())
            .collect(Collectors.joining(", "))
        + (changed.size() > TOLD ? ", …" : "");
  }
}
