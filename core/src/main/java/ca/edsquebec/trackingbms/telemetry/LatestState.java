package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest sample of every battery, in memory; one row a battery follows within seconds, so that
 * a restart starts where the program stopped. Safe for any number of threads. A tenant is loaded at
 * its first use, which may throw what {@link TenantDatabase} throws; from then on reading touches
 * no database.
 */
public final class LatestState implements AutoCloseable {

  /**
   * @param listeners told of each new latest sample, in this order
   */
  public LatestState(TenantDatabase db, List<SampleListener> listeners, Clock clock) {}

  /**
   * Takes the sample when it is newer than what is known of that battery, and tells the listeners.
   */
  public void offer(TenantId tenant, long batteryId, Sample sample) {}

  /** Empty when nothing was ever received, or the viewer may not see that battery. */
  public Optional<Latest> latest(Viewer viewer, long batteryId) {
    return null;
  }

  /** By battery id: all that the viewer may see and of which something was received. */
  public Map<Long, Latest> all(Viewer viewer) {
    return null;
  }

  /** Writes what has not been written yet. */
  @Override
  public void close() {}
}
