package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import java.util.Map;

/**
 * Values of some metrics over time, column by column; a gap in time stays a gap.
 *
 * @param t epoch milliseconds, growing
 * @param columns by metric, as long as {@code t}, in the metric's unit; NaN where a sample lacks it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Series(long[] t, Map<Metric, double[]> columns) {

  public Series {
    columns = Map.copyOf(columns);
  }
}
