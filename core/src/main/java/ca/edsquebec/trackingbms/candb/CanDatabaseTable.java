package ca.edsquebec.trackingbms.candb;

import ca.edsquebec.trackingbms.connector.dbc.MeaningLines;
import ca.edsquebec.trackingbms.platform.InstantConverter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows of {@code can_database} and {@code can_database_battery}. */
final class CanDatabaseTable {

  private final Connection connection;
  private final String db;

  CanDatabaseTable(Connection connection, String db) {
    this.connection = connection;
    this.db = db;
  }

  /** By name. */
  List<CanDatabase> all() throws SQLException {
    Map<Long, Set<Long>> batteries = new HashMap<>();
    try (PreparedStatement select =
            prepare("SELECT database_id, battery_id FROM %s.can_database_battery");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        batteries.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).add(row.getLong(2));
      }
    }
    String sql =
        "SELECT id, uid, name, meanings, confirmed, CAST(added_at AS CHAR) FROM %s.can_database"
            + " ORDER BY name, id";
    List<CanDatabase> all = new ArrayList<>();
    try (PreparedStatement select = prepare(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.add(
            new CanDatabase(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                MeaningLines.read(row.getString(4)),
                row.getBoolean(5),
                InstantConverter.instant(row.getString(6)),
                batteries.getOrDefault(row.getLong(1), Set.of())));
      }
    }
    return all;
  }

  /** The file's text; the row is locked until the transaction's end. */
  Optional<String> lockedContent(long id) throws SQLException {
    return content(id, " FOR UPDATE");
  }

  Optional<String> content(long id) throws SQLException {
    return content(id, "");
  }

  private Optional<String> content(long id, String lock) throws SQLException {
    try (PreparedStatement select =
        prepare("SELECT content FROM %s.can_database WHERE id = ?" + lock)) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  void add(String uid, String name, String content, Map<String, String> meanings, Instant at)
      throws SQLException {
    String sql =
        "INSERT INTO %s.can_database (uid, name, content, meanings, confirmed, added_at)"
            + " VALUES (?, ?, ?, ?, 0, ?)";
    try (PreparedStatement insert = prepare(sql)) {
      insert.setString(1, uid);
      insert.setString(2, name);
      insert.setString(3, content);
      insert.setString(4, MeaningLines.write(meanings));
      insert.setString(5, InstantConverter.text(at));
      insert.executeUpdate();
    }
  }

  void confirm(long id, Map<String, String> meanings) throws SQLException {
    String sql = "UPDATE %s.can_database SET meanings = ?, confirmed = 1 WHERE id = ?";
    try (PreparedStatement update = prepare(sql)) {
      update.setString(1, MeaningLines.write(meanings));
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  /** Those of another database come over; those of this one that are not named leave it. */
  void setBatteries(long id, Set<Long> batteries) throws SQLException {
    try (PreparedStatement delete =
        prepare("DELETE FROM %s.can_database_battery WHERE database_id = ?")) {
      delete.setLong(1, id);
      delete.executeUpdate();
    }
    String sql =
        "INSERT INTO %s.can_database_battery (battery_id, database_id) VALUES (?, ?)"
            + " ON DUPLICATE KEY UPDATE database_id = VALUES(database_id)";
    try (PreparedStatement insert = prepare(sql)) {
      // In the order of the key, as whoever writes several rows.
      for (Long battery : batteries.stream().sorted().toList()) {
        insert.setLong(1, battery);
        insert.setLong(2, id);
        insert.executeUpdate();
      }
    }
  }

  void delete(long id) throws SQLException {
    try (PreparedStatement delete = prepare("DELETE FROM %s.can_database WHERE id = ?")) {
      delete.setLong(1, id);
      delete.executeUpdate();
    }
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql.formatted(db));
  }
}
