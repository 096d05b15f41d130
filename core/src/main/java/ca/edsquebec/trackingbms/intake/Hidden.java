package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.measure.Metric;
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

  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** A backlog of six weeks; what is beyond is a copy of a database, not a backlog. */
  private static final int MAX_HOURS = 1000;

  private static final int MAX_SAMPLES = 100_000;

  private record Slot(long batteryId, long hour) {}

  private final History history;

  Hidden(History history) {
    this.history = history;
  }

  /** Those of the samples that say something which the stored one of that instant does not. */
  List<Measured> among(TenantId tenant, List<Measured> sent) {
    Map<Slot, List<Measured>> bySlot = new LinkedHashMap<>();
    for (Measured one : sent) {
      Slot slot = new Slot(one.batteryId(), Math.floorDiv(one.sample().ts(), HOUR));
      bySlot.computeIfAbsent(slot, unknown -> new ArrayList<>()).add(one);
    }
    List<Measured> hidden = new ArrayList<>();
    bySlot.entrySet().stream()
        .limit(MAX_HOURS)
        .forEach(
            slot -> {
              Map<Long, Sample> stored = stored(tenant, slot.getKey());
              slot.getValue().stream()
                  .filter(one -> isHidden(one.sample(), stored.get(one.sample().ts())))
                  .forEach(hidden::add);
            });
    return hidden;
  }

  private Map<Long, Sample> stored(TenantId tenant, Slot slot) {
    TimeRange range = new TimeRange(slot.hour * HOUR, (slot.hour + 1) * HOUR);
    Map<Long, Sample> stored = new HashMap<>();
    history
        .samples(Viewer.system(tenant), slot.batteryId, range, MAX_SAMPLES)
        .forEach(sample -> stored.put(sample.ts(), sample));
    return stored;
  }

  // What can't be true was left out, and is not missing.
  private static boolean isHidden(Sample sent, Sample stored) {
    if (stored == null) {
      return false;
    }
    for (Metric metric : Metric.values()) {
      if (metric.isPlausible(sent.value(metric)) && !stored.has(metric)) {
        return true;
      }
    }
    return sent.cellVoltages().length > stored.cellVoltages().length
        || sent.temperatures().length > stored.temperatures().length
        || (sent.state().isPresent() && stored.state().isEmpty())
        || (sent.alarms().isPresent() && stored.alarms().isEmpty())
        || (sent.chargeAllowed().isPresent() && stored.chargeAllowed().isEmpty())
        || (sent.dischargeAllowed().isPresent() && stored.dischargeAllowed().isEmpty());
  }
}
