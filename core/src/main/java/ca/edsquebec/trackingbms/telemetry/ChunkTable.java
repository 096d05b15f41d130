package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The statements on {@code sample_chunk}, over somebody else's connection. */
final class ChunkTable {

  private static final String COLUMNS = "battery_id, t0, samples, first_ts, last_ts, data";

  private final Connection connection;
  private final String table;

  /**
   * @param db the database's name, quoted
   */
  ChunkTable(Connection connection, String db) {
    this.connection = connection;
    this.table = db + ".sample_chunk";
  }

  /**
   * Those of one hour, by battery; until the transaction ends nobody else changes them.
   *
   * @param batteries 100 at most: of more the server would read whole tables
   */
  Map<Long, ChunkRow> locked(Collection<Long> batteries, long hour) throws SQLException {
    Map<Long, ChunkRow> chunks = new HashMap<>();
    String sql =
        "SELECT %s FROM %s WHERE battery_id IN (%s) AND t0 = ? ORDER BY battery_id FOR UPDATE"
            .formatted(COLUMNS, table, list(batteries));
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, hour);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ChunkRow chunk = read(rows);
          chunks.put(chunk.batteryId(), chunk);
        }
      }
    }
    return chunks;
  }

  /** The first so many of a battery that overlap the range, in order of time. */
  List<ChunkRow> first(long batteryId, TimeRange range, int count) throws SQLException {
    List<ChunkRow> chunks = new ArrayList<>();
    String sql =
        "SELECT %s FROM %s WHERE battery_id = ? AND t0 >= ? AND t0 < ? ORDER BY t0 LIMIT ?"
            .formatted(COLUMNS, table);
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, batteryId);
      query.setLong(2, Hours.startOf(range.fromMillis()));
      query.setLong(3, range.toMillis());
      query.setInt(4, count);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          chunks.add(read(rows));
        }
      }
    }
    return chunks;
  }

  private static ChunkRow read(ResultSet row) throws SQLException {
    return new ChunkRow(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        row.getLong(4),
        row.getLong(5),
        row.getBytes(6));
  }

  /** Adds chunks where there are none: a duplicate key says that another was faster. */
  void insert(Collection<ChunkRow> chunks) throws SQLException {
    String sql = "INSERT INTO %s (%s) VALUES (?, ?, ?, ?, ?, ?)".formatted(table, COLUMNS);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (ChunkRow chunk : chunks) {
        insert.setLong(1, chunk.batteryId());
        insert.setLong(2, chunk.hour());
        insert.setInt(3, chunk.samples());
        insert.setLong(4, chunk.firstTs());
        insert.setLong(5, chunk.lastTs());
        insert.setBytes(6, chunk.data());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  void update(Collection<ChunkRow> chunks) throws SQLException {
    String sql =
        ("UPDATE %s SET samples = ?, first_ts = ?, last_ts = ?, data = ?"
                + " WHERE battery_id = ? AND t0 = ?")
            .formatted(table);
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (ChunkRow chunk : chunks) {
        update.setInt(1, chunk.samples());
        update.setLong(2, chunk.firstTs());
        update.setLong(3, chunk.lastTs());
        update.setBytes(4, chunk.data());
        update.setLong(5, chunk.batteryId());
        update.setLong(6, chunk.hour());
        update.executeUpdate();
      }
    }
  }

  /** Numbers only: nothing that could need quoting. */
  static String list(Collection<Long> batteries) {
    return batteries.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
