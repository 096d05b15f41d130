package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.telemetry.Measured;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds samples of the past that an earlier one of the same instant hides: of two the first stands,
 * so what only the second one says would be lost behind our answer.
 */
final class Hidden {

  /** So far behind its own instant a sample may be stored: many more than a battery has values. */
  static final int ROOM_MILLIS = 999;

  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** A backlog of six weeks; what is beyond is a copy of a database, not a backlog. */
  private static final int MAX_HOURS = 1000;

  private static final int MAX_SAMPLES = 100_000;

  private record Slot(long batteryId, long hour) {}

  /**
   * @param place of the newest point that is in the sample
   * @param measured without what is not stored of it
   */
  record Sent(long place, Measured measured) {}

  /**
   * @param hidden those that say something which no stored sample of their instant says
   * @param behind the same, each at the first free millisecond behind its own
   * @param withoutRoom those that are hidden and for which there is none
   */
  record Found(List<Sent> hidden, List<Measured> behind, List<Sent> withoutRoom) {

    Found() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  private final History history;

  Hidden(History history) {
    this.history = history;
  }

  /** Looks at each instant, and behind it as far as there is a sample at every millisecond. */
  Found among(TenantId tenant, List<Sent> sent) {
    Map<Slot, List<Sent>> bySlot = new LinkedHashMap<>();
    for (Sent one : sent) {
      Measured measured = one.measured();
      Slot slot = new Slot(measured.batteryId(), Math.floorDiv(measured.sample().ts(), HOUR));
      bySlot.computeIfAbsent(slot, unknown -> new ArrayList<>()).add(one);
    }
    Found found = new Found();
    bySlot.entrySet().stream()
        .limit(MAX_HOURS)
        .forEach(
            slot -> {
              Map<Long, Sample> stored = stored(tenant, slot.getKey());
              slot.getValue().forEach(one -> look(one, stored, found));
            });
    return found;
  }

  private Map<Long, Sample> stored(TenantId tenant, Slot slot) {
    TimeRange range = new TimeRange(slot.hour * HOUR, (slot.hour + 1) * HOUR + ROOM_MILLIS);
    Map<Long, Sample> stored = new HashMap<>();
    history
        .samples(Viewer.system(tenant), slot.batteryId, range, MAX_SAMPLES)
        .forEach(sample -> stored.put(sample.ts(), sample));
    return stored;
  }

  private static void look(Sent one, Map<Long, Sample> stored, Found found) {
    Sample sample = one.measured().sample();
    for (long ts = sample.ts(); ts <= sample.ts() + ROOM_MILLIS; ts++) {
      Sample there = stored.get(ts);
      if (there == null && ts > sample.ts()) {
        Sample behind = sample.toBuilder(ts).build();
        stored.put(ts, behind);
        found.hidden.add(one);
        found.behind.add(
            new Measured(one.measured().batteryId(), one.measured().earliestMillis(), behind));
        return;
      }
      if (there == null || !Saying.saysMore(sample, there)) {
        return;
      }
    }
    found.withoutRoom.add(one);
  }
}
