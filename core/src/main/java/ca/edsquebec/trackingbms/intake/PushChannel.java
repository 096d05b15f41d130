package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.PushSettings;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.Snapshots;
import ca.edsquebec.trackingbms.connector.WorkingState;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** What is known of one battery that others tell of. Whoever uses it holds its lock. */
final class PushChannel {

  private final ReentrantLock lock = new ReentrantLock();
  private final String connectorId;
  private final Map<String, String> settings;
  private final long periodMillis;
  private Snapshots snapshots;

  /**
   * @param stored the newest sample there is, with which a restart goes on where it was
   * @param reconfigured whether the battery's settings have changed since: what was told in one
   *     sign is not filled up into samples of the other
   */
  PushChannel(Battery battery, Optional<Sample> stored, boolean reconfigured) {
    connectorId = battery.connectorId();
    settings = battery.connectorSettings();
    periodMillis = battery.storagePeriod().toMillis();
    snapshots = fresh(battery);
    stored.ifPresent(
        sample -> {
          snapshots.take(sample.ts() * 1000, SampleReadings.of(sample), cut -> {});
          if (reconfigured) {
            Reading withdrawn = new Reading.Scalar(Metric.CURRENT, Double.NaN);
            snapshots.take(sample.ts() * 1000, List.of(withdrawn), cut -> {});
          }
          snapshots.flush(cut -> {});
        });
  }

  ReentrantLock lock() {
    return lock;
  }

  /** False when the battery's settings have changed since. */
  boolean fits(Battery battery) {
    return connectorId.equals(battery.connectorId())
        && settings.equals(battery.connectorSettings())
        && periodMillis == battery.storagePeriod().toMillis();
  }

  /** What is older is the past; what is a little late still belongs to what is known. */
  long pastMicros() {
    long newest = snapshots.newestMicros().orElse(Long.MIN_VALUE);
    return newest == Long.MIN_VALUE ? newest : newest - WorkingState.MAX_AGE_MICROS;
  }

  /** A copy to try further points on. */
  Snapshots branch() {
    return snapshots.copy();
  }

  /** Takes the branch over: what it cut is stored. */
  void advance(Snapshots branch) {
    snapshots = branch;
  }

  /** What knows nothing yet. */
  static Snapshots fresh(Battery battery) {
    int hold = PushSettings.of(battery.connectorId(), battery.connectorSettings()).holdSeconds();
    return new Snapshots(
        battery.storagePeriod().toMillis(), new WorkingState(TimeUnit.SECONDS.toMicros(hold)));
  }
}
