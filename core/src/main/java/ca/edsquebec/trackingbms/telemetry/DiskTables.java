package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** The statements on what a client's data takes, over somebody else's connection. */
final class DiskTables {

  /**
   * What a row takes on the disk. The server puts what is longer than half of a page of 16 kB into
   * pages of its own, and fills the others by about three quarters as batteries write by turns.
   */
  private static final String SPACE =
      "SUM(CASE WHEN LENGTH(%1$s) > 8000 THEN CEILING(LENGTH(%1$s) / 16300) * 16384 + 100"
          + " ELSE (LENGTH(%1$s) + %2$d) * 4 / 3 END)";

  /** Of a rollup without its stats: 13 numbers, and what the server adds. */
  private static final int ROLLUP_ROW = 110;

  private static final int CHUNK_ROW = 60;

  /** What rows of a battery take together. */
  record Sum(long samples, double bytes) {}

  private final Connection connection;
  private final String db;

  /**
   * @param db the database's name, quoted
   */
  DiskTables(Connection connection, String db) {
    this.connection = connection;
    this.db = db;
  }

  /** As the server estimates it; MySQL may do so once a day only. */
  DiskUse.Kinds kinds() throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT COALESCE(SUM(IF(table_name = 'sample', bytes, 0)), 0),"
                    + " COALESCE(SUM(IF(table_name = 'sample_chunk', bytes, 0)), 0),"
                    + " COALESCE(SUM(IF(table_name LIKE 'rollup%', bytes, 0)), 0),"
                    + " COALESCE(SUM(bytes), 0)"
                    + " FROM (SELECT table_name AS table_name, data_length + index_length AS bytes"
                    + " FROM information_schema.tables WHERE table_schema = DATABASE()) sizes");
        ResultSet row = query.executeQuery()) {
      row.next();
      long rows = row.getLong(1);
      long chunks = row.getLong(2);
      long rollups = row.getLong(3);
      return new DiskUse.Kinds(rows, chunks, rollups, row.getLong(4) - rows - chunks - rollups);
    }
  }

  /** The earliest instant of a battery in a table with a time of its own. */
  OptionalLong first(String table, String time, long battery) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT MIN(%s) FROM %s.%s WHERE battery_id = ?".formatted(time, db, table))) {
      query.setLong(1, battery);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        long first = row.getLong(1);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(first);
      }
    }
  }

  /** A battery's chunks of some hours. */
  Sum chunks(long battery, TimeRange hours) throws SQLException {
    return sum("sample_chunk", SPACE.formatted("data", CHUNK_ROW), "t0", battery, hours);
  }

  /** A battery's rollups of some hours, and of the days that begin then. */
  Sum rollups(long battery, TimeRange hours) throws SQLException {
    String space = SPACE.formatted("stats", ROLLUP_ROW);
    Sum ofHours = sum("rollup_hour", space, "t0", battery, hours);
    Sum ofDays = sum("rollup_day", space, "day", battery, hours);
    return new Sum(ofHours.samples(), ofHours.bytes() + ofDays.bytes());
  }

  private Sum sum(String table, String space, String key, long battery, TimeRange range)
      throws SQLException {
    String sql =
        "SELECT COALESCE(SUM(samples), 0), COALESCE(%s, 0) FROM %s.%s WHERE battery_id = ? AND %s >= ? AND %s < ?"
            .formatted(space, db, table, key, key);
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, battery);
      query.setString(2, key(key, range.fromMillis()));
      query.setString(3, key(key, range.toMillis()));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Sum(row.getLong(1), row.getDouble(2));
      }
    }
  }

  private static String key(String key, long millis) {
    return key.equals("day")
        ? LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC).toString()
        : String.valueOf(millis);
  }
}
