package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.StringJoiner;

/**
 * What tells whether the stored state of a range has changed, without reading a sample. In the
 * order in which samples move: what is being sealed is seen in one place at least, so a change is
 * never missed.
 */
final class HistoryStamp {

  private static final String SAMPLES =
      "SELECT COUNT(*), MAX(ts), BIT_XOR(ts) FROM %s.sample"
          + " WHERE battery_id = ? AND ts >= ? AND ts < ?";
  private static final String CHUNKS =
      "SELECT COUNT(*), SUM(samples), BIT_XOR(CRC32(CONCAT_WS(':', t0, samples, last_ts)))"
          + " FROM %s.sample_chunk WHERE battery_id = ? AND t0 >= ? AND t0 < ?";
  private static final String HOURS =
      "SELECT COUNT(*), SUM(samples), MAX(computed_at),"
          + " BIT_XOR(CRC32(CONCAT_WS(':', t0, samples, computed_at)))"
          + " FROM %s.rollup_hour WHERE battery_id = ? AND t0 >= ? AND t0 < ?";
  private static final String PENDING =
      "SELECT COUNT(*), SUM(marks) FROM %s.rollup_pending"
          + " WHERE battery_id = ? AND t0 >= ? AND t0 < ?";
  private static final String DAYS =
      "SELECT COUNT(*), SUM(final), MAX(computed_at) FROM %s.rollup_day"
          + " WHERE battery_id = ? AND t0 >= ? AND t0 < ?";

  private final Connection connection;
  private final String db;
  private final long batteryId;
  private final StringJoiner stamp = new StringJoiner(" ");

  HistoryStamp(Connection connection, String db, long batteryId) {
    this.connection = connection;
    this.db = db;
    this.batteryId = batteryId;
  }

  /** Of the samples themselves. */
  String raw(TimeRange range) throws SQLException {
    add(SAMPLES, range.fromMillis(), range.toMillis());
    add(CHUNKS, Hours.startOf(range.fromMillis()), range.toMillis());
    return stamp.toString();
  }

  /**
   * Of hours, days or months that overlap the range, and of what they begin with.
   *
   * @param level any but RAW
   */
  String rollups(Level level, TimeRange range, Duration storagePeriod) throws SQLException {
    long around =
        switch (level) {
          case HOUR -> Hours.MILLIS;
          case DAY -> Duration.ofDays(2).toMillis();
          case MONTH -> Duration.ofDays(33).toMillis();
          case RAW -> throw new IllegalArgumentException("samples are no rollup");
        };
    long from = range.fromMillis() - around - HourRollups.reach(storagePeriod);
    long to = range.toMillis() + around;
    add(SAMPLES, from, to);
    add(HOURS, from, to);
    if (level != Level.HOUR) {
      add(PENDING, from, to);
      add(DAYS, from, to);
    }
    return stamp.toString();
  }

  private void add(String sql, long from, long to) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql.formatted(db))) {
      query.setLong(1, batteryId);
      query.setLong(2, from);
      query.setLong(3, to);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          stamp.add(String.valueOf(row.getString(i)));
        }
      }
    }
  }
}
