package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
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

  static TrendPoint of(long batteryId, Block block, int row) {
    return new TrendPoint(
        batteryId,
        block.times()[row],
        stored(block, ScalarColumn.SOC, row),
        stored(block, ScalarColumn.POWER, row),
        stored(block, ScalarColumn.TEMPERATURE_MAX, row));
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

  private static float stored(Block block, ScalarColumn column, int row) {
    return block
        .number(column.ordinal())
        .filter(numbers -> numbers.has(row))
        .map(numbers -> decoded(column, (int) numbers.values()[row]))
        .orElse(Float.NaN);
  }

  private static float decoded(ScalarColumn column, int stored) {
    return (float) column.decode(stored);
  }
}
