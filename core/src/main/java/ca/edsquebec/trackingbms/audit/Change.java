package ca.edsquebec.trackingbms.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was done to what. Neither secrets nor, where ids will do, data about persons.
 *
 * @param object kind and id, as {@code user:12} or {@code battery:ab12cd34}; at most 200 characters
 * @param before values that changed, as they were; empty where there was nothing
 * @param after the same as they are; empty where nothing is left
 */
public record Change(
    Action action, String object, Map<String, String> before, Map<String, String> after) {

  public Change {
    before = sorted(before);
    after = sorted(after);
  }

  /** Something happened that has no before and after. */
  public static Change of(Action action, String object) {
    return new Change(action, object, Map.of(), Map.of());
  }

  /** Something new. */
  public static Change made(Action action, String object, Map<String, String> after) {
    return new Change(action, object, Map.of(), after);
  }

  private static SortedMap<String, String> sorted(Map<String, String> values) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
