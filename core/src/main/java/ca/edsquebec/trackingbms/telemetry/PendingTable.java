package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Hours that changed and that their days do not know of yet; over somebody else's connection. */
final class PendingTable {

  /**
   * @param marks how often it changed
   */
  record Pending(long batteryId, long hour, int marks) {

    /** That of the hour in which this instant lies, to be marked. */
    static Pending at(long batteryId, long millis) {
      return new Pending(batteryId, Hours.startOf(millis), 0);
    }
  }

  private final Connection connection;
  private final String db;
  private final String table;

  PendingTable(Connection connection, String db) {
    this.connection = connection;
    this.db = db;
    this.table = db + ".rollup_pending";
  }

  /**
   * @param hours whatever their marks
   */
  void mark(Collection<Pending> hours) throws SQLException {
    String sql =
        "INSERT INTO %s (battery_id, t0, marks) VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE marks = marks + 1"
            .formatted(table);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Pending hour : hours) {
        insert.setLong(1, hour.batteryId());
        insert.setLong(2, hour.hour());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Marks all hours of a battery that end behind this instant. */
  void markBehind(long batteryId, long fromMillis) throws SQLException {
    String sql =
        ("INSERT INTO %s (battery_id, t0, marks)"
                + " SELECT battery_id, t0, 1 FROM %s.rollup_hour WHERE battery_id = ? AND t0 > ?"
                + " ON DUPLICATE KEY UPDATE marks = marks + 1")
            .formatted(table, db);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, batteryId);
      insert.setLong(2, Math.max(fromMillis, Hours.MILLIS) - Hours.MILLIS);
      insert.executeUpdate();
    }
  }

  /**
   * The first so many that begin before an instant, in order of battery and time.
   *
   * @param fromBattery batteries with smaller ids do not count
   */
  List<Pending> first(long fromBattery, long beforeMillis, int count) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT battery_id, t0, marks FROM %s WHERE battery_id >= ? AND t0 < ? ORDER BY battery_id, t0 LIMIT ?"
                .formatted(table))) {
      query.setLong(1, fromBattery);
      query.setLong(2, beforeMillis);
      query.setInt(3, count);
      return read(query);
    }
  }

  /** Those of a battery that begin within the range, in order of time. */
  List<Pending> within(long batteryId, TimeRange range) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT battery_id, t0, marks FROM %s WHERE battery_id = ? AND t0 >= ? AND t0 < ? ORDER BY t0"
                .formatted(table))) {
      query.setLong(1, batteryId);
      query.setLong(2, range.fromMillis());
      query.setLong(3, range.toMillis());
      return read(query);
    }
  }

  private static List<Pending> read(PreparedStatement query) throws SQLException {
    List<Pending> pending = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        pending.add(new Pending(rows.getLong(1), rows.getLong(2), rows.getInt(3)));
      }
    }
    return pending;
  }

  /**
   * Takes these away; one that changed since it was read stays.
   *
   * @return whether none had changed
   */
  boolean done(Collection<Pending> hours) throws SQLException {
    String sql = "DELETE FROM %s WHERE battery_id = ? AND t0 = ? AND marks = ?".formatted(table);
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      for (Pending hour : hours) {
        delete.setLong(1, hour.batteryId());
        delete.setLong(2, hour.hour());
        delete.setInt(3, hour.marks());
        delete.addBatch();
      }
      return Arrays.stream(delete.executeBatch()).sum() == hours.size();
    }
  }
}
