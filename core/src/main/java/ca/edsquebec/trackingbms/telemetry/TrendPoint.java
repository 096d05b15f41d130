package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a trend keeps of a sample, at the resolution of the store. */
record TrendPoint(long batteryId, long ts, float soc, float power, float temperatureMax) {

  /** The columns that {@link #read} takes, in its order. */
  static final String COLUMNS =
      "battery_id, ts, %s, %s, %s"
          .formatted(
              ScalarColumn.SOC.column(),
              ScalarColumn.POWER.column(),
              ScalarColumn.TEMPERATURE_MAX.column());

  static TrendPoint of(long batteryId, Sample sample) {
    return new TrendPoint(
        batteryId,
        sample.ts(),
        stored(sample, Metric.SOC),
        stored(sample, Metric.POWER),
        stored(sample, Metric.TEMPERATURE_MAX));
  }

  static TrendPoint read(ResultSet row) throws SQLException {
    return new TrendPoint(
        row.getLong(1),
        row.getLong(2),
        decoded(ScalarColumn.SOC, StoredSample.number(row, 3)),
        decoded(ScalarColumn.POWER, StoredSample.number(row, 4)),
        decoded(ScalarColumn.TEMPERATURE_MAX, StoredSample.number(row, 5)));
  }

  /** The slot it lies in, counted from 1970. */
  int slot() {
    return TrendRing.slotOf(ts);
  }

  // Rounded as the store does: what is read again later must be the same.
  private static float stored(Sample sample, Metric metric) {
    ScalarColumn column = ScalarColumn.of(metric).orElseThrow();
    return decoded(column, column.encode(sample));
  }

  private static float decoded(ScalarColumn column, int stored) {
    return (float) column.decode(stored);
  }
}
