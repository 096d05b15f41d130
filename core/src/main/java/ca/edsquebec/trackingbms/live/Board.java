package ca.edsquebec.trackingbms.live;

import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongPredicate;

/** The board of one tenant: each change gets the next number. Safe for any number of threads. */
final class Board {

  private record Entry(long seq, Sample sample) {}

  /** New at each start of the program: numbers of another run mean nothing here. */
  private final String id = UUID.randomUUID().toString().substring(0, 8);

  private final Map<Long, Entry> entries = new HashMap<>();
  private long seq;

  /** What has become the newest, told in that order; its time goes back when our clock did. */
  synchronized void put(long batteryId, Sample sample) {
    entries.put(batteryId, new Entry(++seq, sample));
  }

  /** What was the newest at the start; whatever was put meanwhile is newer. */
  synchronized void begin(long batteryId, Sample sample) {
    entries.computeIfAbsent(batteryId, id -> new Entry(++seq, sample));
  }

  /** What changed since the cursor among the batteries that the viewer may see and wants to see. */
  synchronized LiveUpdate since(String cursor, Viewer viewer, LongPredicate wanted) {
    String scope = markOf(viewer.scope());
    long known = numberOf(cursor, scope);
    List<Map.Entry<Long, Entry>> changed = new ArrayList<>();
    for (Map.Entry<Long, Entry> entry : entries.entrySet()) {
      long battery = entry.getKey();
      if (entry.getValue().seq() > known
          && viewer.scope().includes(battery)
          && wanted.test(battery)) {
        changed.add(entry);
      }
    }
    changed.sort(Comparator.comparingLong(e -> e.getValue().seq()));
    List<LiveItem> items =
        changed.stream().map(e -> new LiveItem(e.getKey(), e.getValue().sample())).toList();
    return new LiveUpdate(id + scope + "-" + seq, known < 0, items);
  }

  /**
   * Part of the cursor, so that who sees other batteries than before starts anew: those that are no
   * longer to be seen go, and those that came are shown though they say nothing new.
   */
  private static String markOf(BatteryScope scope) {
    return scope.all() ? "" : Long.toHexString(scope.mark());
  }

  /** −1 when the cursor is not one of this board's, or was another scope's. */
  private long numberOf(String cursor, String scope) {
    String beginning = id + scope + "-";
    if (!cursor.matches(beginning + "\\d{1,18}")) {
      return -1;
    }
    long number = Long.parseLong(cursor.substring(beginning.length()));
    return number > seq ? -1 : number;
  }
}
