package ca.edsquebec.trackingbms.audit;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The SQL of what waits in a client's database, within the caller's transaction. */
final class PendingTable {

  private final Connection connection;
  private final String db;

  /** An entry that waits. */
  record Waiting(long id, StoredEntry entry) {}

  /**
   * @param db the client's database, quoted
   */
  PendingTable(Connection connection, String db) {
    this.connection = connection;
    this.db = db;
  }

  void add(StoredEntry entry) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            ("INSERT INTO %s.audit_pending (source, at, actor_kind, actor_id, address, action,"
                    + " object, before_json, after_json, key_id, mac)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .formatted(db))) {
      insert.setString(1, entry.source());
      insert.setString(2, InstantConverter.text(entry.at()));
      insert.setString(3, entry.actorKind());
      insert.setString(4, entry.actorId());
      insert.setString(5, entry.address());
      insert.setString(6, entry.action());
      insert.setString(7, entry.object());
      insert.setString(8, entry.before());
      insert.setString(9, entry.after());
      insert.setString(10, entry.keyId());
      insert.setBytes(11, entry.mac());
      insert.executeUpdate();
    }
  }

  List<Waiting> behind(String chain, long id, int limit) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            ("SELECT id, source, at, actor_kind, actor_id, address, action, object, before_json,"
                    + " after_json, key_id, mac FROM %s.audit_pending WHERE id > ?"
                    + " ORDER BY id LIMIT ?")
                .formatted(db))) {
      query.setLong(1, id);
      query.setInt(2, limit);
      List<Waiting> waiting = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          waiting.add(new Waiting(row.getLong(1), entry(chain, row)));
        }
      }
      return waiting;
    }
  }

  private static StoredEntry entry(String chain, ResultSet row) throws SQLException {
    return new StoredEntry(
        chain,
        0,
        InstantConverter.instant(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(2),
        row.getString(11),
        row.getBytes(12));
  }

  void delete(List<Waiting> moved) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM %s.audit_pending WHERE id = ?".formatted(db))) {
      for (Waiting one : moved) {
        delete.setLong(1, one.id());
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }
}
