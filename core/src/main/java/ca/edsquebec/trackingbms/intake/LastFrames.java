package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last frames of each identifier of the batteries whose connector wants them kept: in memory
 * alone, some 60 KB a battery at most. Safe for any number of threads.
 */
final class LastFrames {

  /** Identifiers of a battery; the one that was silent for longest goes first. */
  static final int IDS = 64;

  /** Frames of one identifier, which may carry several layouts in turn. */
  static final int OF_AN_ID = 12;

  private final Map<TenantId, Map<Long, Memory>> batteries = new ConcurrentHashMap<>();

  /** Frames in the order of their times. */
  void take(TenantId tenant, Battery battery, List<FrameBatch.Offered> frames) {
    if (Connectors.withId(battery.connectorId()).filter(Connector::keepsLastFrames).isPresent()) {
      Memory memory =
          batteries
              .computeIfAbsent(tenant, t -> new ConcurrentHashMap<>())
              .computeIfAbsent(battery.id(), id -> new Memory());
      memory.take(frames);
    }
  }

  List<Frame> of(TenantId tenant, long batteryId) {
    Memory memory = batteries.getOrDefault(tenant, Map.of()).get(batteryId);
    return memory == null ? List.of() : memory.all();
  }

  /** Of one battery. */
  static final class Memory {

    private final Map<Integer, Deque<Frame>> byId = new LinkedHashMap<>(16, 0.75f, true);

    synchronized void take(List<FrameBatch.Offered> frames) {
      for (FrameBatch.Offered offered : frames) {
        Frame frame = offered.frame();
        if (frame.canId() < 0) {
          continue;
        }
        Deque<Frame> known = byId.computeIfAbsent(frame.canId(), id -> new ArrayDeque<>(OF_AN_ID));
        // Backlog may come after what is newer.
        if (known.isEmpty() || known.getLast().timeMicros() <= frame.timeMicros()) {
          if (known.size() == OF_AN_ID) {
            known.removeFirst();
          }
          known.addLast(frame);
        }
      }
      while (byId.size() > IDS) {
        byId.remove(byId.keySet().iterator().next());
      }
    }

    synchronized List<Frame> all() {
      List<Frame> all = new ArrayList<>();
      byId.values().forEach(all::addAll);
      all.sort(Comparator.comparingLong(Frame::timeMicros));
      return all;
    }
  }
}
