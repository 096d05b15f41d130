package ca.edsquebec.trackingbms.telemetry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The statements on samples that were kept for long enough, over somebody else's connection. Each
 * looks at a range of one battery's key and at nothing else.
 */
final class ExpiredSamples {

  /** What some chunks hold together. */
  record Chunks(long hours, long samples, long bytes) {}

  private final Connection connection;
  private final String db;
  private final long beforeMillis;

  /**
   * @param db the database's name, quoted
   * @param beforeMillis a whole hour
   */
  ExpiredSamples(Connection connection, String db, long beforeMillis) {
    this.connection = connection;
    this.db = db;
    this.beforeMillis = beforeMillis;
  }

  /** Counts a battery's expired chunks. */
  Chunks chunks(long battery) throws SQLException {
    String sql =
        ("SELECT COUNT(*), COALESCE(SUM(samples), 0), COALESCE(SUM(LENGTH(data)), 0)"
                + " FROM %s.sample_chunk WHERE battery_id = ? AND t0 < ?")
            .formatted(db);
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, battery);
      query.setLong(2, beforeMillis);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Chunks(row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }
  }

  /** Deletes the earliest of a battery's expired chunks, at most so many; in a transaction. */
  Chunks deleteChunks(long battery, int most) throws SQLException {
    String earliest =
        ("SELECT t0, samples, LENGTH(data) FROM %s.sample_chunk WHERE battery_id = ? AND t0 < ?"
                + " ORDER BY t0 LIMIT ? FOR UPDATE")
            .formatted(db);
    long hours = 0;
    long samples = 0;
    long bytes = 0;
    long last = Long.MIN_VALUE;
    try (PreparedStatement query = connection.prepareStatement(earliest)) {
      query.setLong(1, battery);
      query.setLong(2, beforeMillis);
      query.setInt(3, most);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          last = row.getLong(1);
          hours++;
          samples += row.getLong(2);
          bytes += row.getLong(3);
        }
      }
    }
    if (hours > 0) {
      deleteChunksTo(battery, last);
    }
    return new Chunks(hours, samples, bytes);
  }

  private void deleteChunksTo(long battery, long lastHour) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM %s.sample_chunk WHERE battery_id = ? AND t0 <= ?".formatted(db))) {
      delete.setLong(1, battery);
      delete.setLong(2, lastHour);
      delete.executeUpdate();
    }
  }

  boolean hasRollup(long battery, long hour) throws SQLException {
    return number(
            "SELECT COUNT(*) FROM %s.rollup_hour WHERE battery_id = ? AND t0 = ?", battery, hour)
        > 0;
  }

  boolean hasChunk(long battery, long hour) throws SQLException {
    return number(
            "SELECT COUNT(*) FROM %s.sample_chunk WHERE battery_id = ? AND t0 = ?", battery, hour)
        > 0;
  }

  /** Counts an hour's rows. */
  long rows(long battery, long hour) throws SQLException {
    return number(
        "SELECT COUNT(*) FROM %s.sample WHERE battery_id = ? AND ts >= ? AND ts < ?",
        battery, hour, hour + Hours.MILLIS);
  }

  /** Deletes the earliest of an hour's rows, at most so many. */
  int deleteRows(long battery, long hour, int most) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM %s.sample WHERE battery_id = ? AND ts >= ? AND ts < ? ORDER BY ts LIMIT ?"
                .formatted(db))) {
      delete.setLong(1, battery);
      delete.setLong(2, hour);
      delete.setLong(3, hour + Hours.MILLIS);
      delete.setInt(4, most);
      return delete.executeUpdate();
    }
  }

  private long number(String sql, long... values) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql.formatted(db))) {
      for (int i = 0; i < values.length; i++) {
        query.setLong(i + 1, values[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
