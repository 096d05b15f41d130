package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.rollup.Observations;
import ca.edsquebec.trackingbms.telemetry.rollup.Rollup;
import ca.edsquebec.trackingbms.telemetry.rollup.StatsCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statements on the rollups of one level, over somebody else's connection. */
final class RollupTable {

  private static final Logger LOG = LoggerFactory.getLogger(RollupTable.class);

  private static final String VALUES =
      "t1, final, computed_at, samples, last_ts, observed, charge_in, charge_out, energy_in,"
          + " energy_out, alarms, stats";

  private final Connection connection;
  private final String table;

  /** How a row of this level is called: hours by their time alone. */
  private final boolean byDay;

  /**
   * @param db the database's name, quoted
   * @param level any but RAW
   */
  RollupTable(Connection connection, String db, Level level) {
    this.connection = connection;
    this.byDay = level != Level.HOUR;
    this.table =
        db
            + switch (level) {
              case HOUR -> ".rollup_hour";
              case DAY -> ".rollup_day";
              case MONTH -> ".rollup_month";
              case RAW -> throw new IllegalArgumentException("samples are no rollup");
            };
  }

  /**
   * Those of some batteries that begin within the range, in order of battery and time.
   *
   * @param batteries 100 at most: of more the server would read whole tables
   */
  List<Bucket> within(Collection<Long> batteries, TimeRange range) throws SQLException {
    List<Bucket> buckets = new ArrayList<>();
    String sql =
        "SELECT battery_id, %s, t0, %s FROM %s WHERE battery_id IN (%s) AND %s"
                .formatted(day(), VALUES, table, ChunkTable.list(batteries), condition())
            + " ORDER BY battery_id, t0";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int next = 1;
      if (byDay) {
        // Some days more than can be needed, by the key: t0 itself has no index.
        query.setString(next++, dayOf(range.fromMillis()).minusDays(32).toString());
        query.setString(next++, dayOf(range.toMillis()).plusDays(2).toString());
      }
      query.setLong(next++, range.fromMillis());
      query.setLong(next, range.toMillis());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          try {
            buckets.add(read(rows));
          } catch (IllegalStateException damaged) {
            // As if it were not there: it can be made anew from the chunk.
            LOG.error(
                "the row of battery {} and {} in {} can't be read: {}",
                rows.getLong(1),
                rows.getLong(3),
                table,
                damaged.getMessage());
          }
        }
      }
    }
    return buckets;
  }

  private String day() {
    return byDay ? "day" : "NULL";
  }

  private String condition() {
    return byDay ? "day >= ? AND day < ? AND t0 >= ? AND t0 < ?" : "t0 >= ? AND t0 < ?";
  }

  private static LocalDate dayOf(long millis) {
    return LocalDate.ofEpochDay(Math.floorDiv(millis, 24 * Hours.MILLIS));
  }

  private static Bucket read(ResultSet row) throws SQLException {
    String day = row.getString(2);
    return new Bucket(
        row.getLong(1),
        day == null ? null : LocalDate.parse(day),
        new TimeRange(row.getLong(3), row.getLong(4)),
        row.getBoolean(5),
        row.getLong(6),
        new Rollup(
            row.getInt(7),
            row.getLong(8),
            row.getLong(9),
            orElse(row, 10, Rollup.UNKNOWN),
            orElse(row, 11, Rollup.UNKNOWN),
            orElse(row, 12, Rollup.UNKNOWN),
            orElse(row, 13, Rollup.UNKNOWN),
            orElse(row, 14, Observations.NOT_REPORTED),
            StatsCodec.unpack(row.getBytes(15))));
  }

  private static long orElse(ResultSet row, int column, long absent) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? absent : value;
  }

  /** Writes buckets, over what stood there. */
  void put(Collection<Bucket> buckets) throws SQLException {
    String sql =
        "REPLACE INTO %s (battery_id, %st0, %s) VALUES (?, %s?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            .formatted(table, byDay ? "day, " : "", VALUES, byDay ? "?, " : "");
    try (PreparedStatement replace = connection.prepareStatement(sql)) {
      for (Bucket bucket : buckets) {
        set(replace, bucket);
        replace.addBatch();
      }
      replace.executeBatch();
    }
  }

  private void set(PreparedStatement replace, Bucket bucket) throws SQLException {
    Rollup rollup = bucket.rollup();
    int next = 1;
    replace.setLong(next++, bucket.batteryId());
    if (byDay) {
      replace.setString(next++, bucket.day().toString());
    }
    replace.setLong(next++, bucket.range().fromMillis());
    replace.setLong(next++, bucket.range().toMillis());
    replace.setBoolean(next++, bucket.isFinal());
    replace.setLong(next++, bucket.computedAt());
    replace.setInt(next++, rollup.samples());
    replace.setLong(next++, rollup.lastTs());
    replace.setLong(next++, rollup.observedMillis());
    setUnless(replace, next++, rollup.chargeIn(), Rollup.UNKNOWN);
    setUnless(replace, next++, rollup.chargeOut(), Rollup.UNKNOWN);
    setUnless(replace, next++, rollup.energyIn(), Rollup.UNKNOWN);
    setUnless(replace, next++, rollup.energyOut(), Rollup.UNKNOWN);
    setUnless(replace, next++, rollup.alarms(), Observations.NOT_REPORTED);
    replace.setBytes(next, StatsCodec.pack(rollup.stats()));
  }

  private static void setUnless(PreparedStatement statement, int column, long value, long absent)
      throws SQLException {
    if (value == absent) {
      statement.setNull(column, Types.BIGINT);
    } else {
      statement.setLong(column, value);
    }
  }

  /** Removes a battery's buckets that reach behind this instant; not for hours. */
  void removeBehind(long batteryId, long fromMillis) throws SQLException {
    String sql = "DELETE FROM %s WHERE battery_id = ? AND t1 > ?".formatted(table);
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setLong(1, batteryId);
      delete.setLong(2, fromMillis);
      delete.executeUpdate();
    }
  }
}
