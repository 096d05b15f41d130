package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.util.List;

/**
 * What was measured, as it was stored. Safe for any number of threads.
 *
 * <p>Every method answers the earliest rows of the range, at most as many as asked for: when it
 * answers just as many there may be more, from a millisecond after the last one on. Every method
 * throws {@link NotFoundException} when the battery is out of the viewer's scope and {@link
 * InvalidException} for a range longer than {@link #LONGEST_RANGE} or a count that is not positive.
 */
public final class History {

  /** A day in local time has up to 25 hours. */
  public static final java.time.Duration LONGEST_RANGE = java.time.Duration.ofHours(25);

  public History(TenantDatabase db) {}

  /** The named metrics by time. */
  public Series raw(
      Viewer viewer, long batteryId, TimeRange range, List<Metric> metrics, int maxRows) {
    return null;
  }

  /** Cell voltages by time; times without any are left out. */
  public CellSeries cells(Viewer viewer, long batteryId, TimeRange range, int maxRows) {
    return null;
  }

  /** Whole samples, at the resolution of the store. */
  public List<Sample> samples(Viewer viewer, long batteryId, TimeRange range, int limit) {
    return null;
  }
}
