package ca.edsquebec.trackingbms.audit;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of the two tables of the audit, within the caller's transaction. */
final class ChainTable {

  private static final byte[] NOTHING = new byte[32];

  static final Ends NEW = new Ends(1, NOTHING, 0, NOTHING);

  static final String COLUMNS =
      "chain, seq, at, actor_kind, actor_id, address, action, object, before_json, after_json,"
          + " source, key_id, mac";

  /**
   * Where a chain begins and ends.
   *
   * @param beforeMac the code of the entry before the first, 32 zeros at the very beginning
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
  record Ends(long firstSeq, byte[] beforeMac, long lastSeq, byte[] lastMac) {}

  private final Connection connection;
  private final String db;

  /**
   * @param db the registry's name, quoted
   */
  ChainTable(Connection connection, String db) {
    this.connection = connection;
    this.db = db;
  }

  /** All chains, '' first. */
  List<String> names() throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT chain FROM %s.audit_chain ORDER BY chain".formatted(db));
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  /** The chain's ends, which nobody else can move until this transaction is over. */
  Ends lock(String chain) throws SQLException {
    Optional<Ends> there = ends(chain, " FOR UPDATE");
    if (there.isPresent()) {
      return there.get();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO %s.audit_chain (chain, first_seq, before_mac, last_seq, last_mac)"
                    .formatted(db)
                + " VALUES (?, 1, ?, 0, ?) ON DUPLICATE KEY UPDATE chain = chain")) {
      insert.setString(1, chain);
      insert.setBytes(2, NOTHING);
      insert.setBytes(3, NOTHING);
      insert.executeUpdate();
    }
    return ends(chain, " FOR UPDATE").orElseThrow();
  }

  Optional<Ends> ends(String chain) throws SQLException {
    return ends(chain, "");
  }

  private Optional<Ends> ends(String chain, String lock) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT first_seq, before_mac, last_seq, last_mac FROM %s.audit_chain WHERE chain = ?"
                    .formatted(db)
                + lock)) {
      query.setString(1, chain);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Ends(row.getLong(1), row.getBytes(2), row.getLong(3), row.getBytes(4)))
            : Optional.empty();
      }
    }
  }

  /** True when something of that source is in the chain already. */
  boolean has(String chain, String source) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT 1 FROM %s.audit_entry WHERE chain = ? AND source = ?".formatted(db))) {
      query.setString(1, chain);
      query.setString(2, source);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  void append(StoredEntry entry) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO %s.audit_entry (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                .formatted(db, COLUMNS))) {
      insert.setString(1, entry.chain());
      insert.setLong(2, entry.seq());
      insert.setString(3, InstantConverter.text(entry.at()));
      insert.setString(4, entry.actorKind());
      insert.setString(5, entry.actorId());
      insert.setString(6, entry.address());
      insert.setString(7, entry.action());
      insert.setString(8, entry.object());
      insert.setString(9, entry.before());
      insert.setString(10, entry.after());
      insert.setString(11, entry.source());
      insert.setString(12, entry.keyId());
      insert.setBytes(13, entry.mac());
      insert.executeUpdate();
    }
    try (PreparedStatement move =
        connection.prepareStatement(
            "UPDATE %s.audit_chain SET last_seq = ?, last_mac = ? WHERE chain = ?".formatted(db))) {
      move.setLong(1, entry.seq());
      move.setBytes(2, entry.mac());
      move.setString(3, entry.chain());
      move.executeUpdate();
    }
  }

  /** Up to so many entries from that number on, in their order. */
  List<StoredEntry> from(String chain, long seq, int limit) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT %s FROM %s.audit_entry WHERE chain = ? AND seq >= ? ORDER BY seq LIMIT ?"
                .formatted(COLUMNS, db))) {
      query.setString(1, chain);
      query.setLong(2, seq);
      query.setInt(3, limit);
      return read(query);
    }
  }

  /** The first number at or behind which is an entry of that time or later; the end's when none. */
  long firstSince(String chain, Instant time, Ends ends) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT MIN(seq) FROM %s.audit_entry WHERE chain = ? AND at >= ?".formatted(db))) {
      query.setString(1, chain);
      query.setString(2, InstantConverter.text(time));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        long seq = row.getLong(1);
        return row.wasNull() ? ends.lastSeq() + 1 : seq;
      }
    }
  }

  /** Takes all entries away in front of that one, which the chain then begins with. */
  void deleteBefore(String chain, long seq) throws SQLException {
    byte[] last = from(chain, seq - 1, 1).get(0).mac();
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM %s.audit_entry WHERE chain = ? AND seq < ?".formatted(db))) {
      delete.setString(1, chain);
      delete.setLong(2, seq);
      delete.executeUpdate();
    }
    try (PreparedStatement move =
        connection.prepareStatement(
            "UPDATE %s.audit_chain SET first_seq = ?, before_mac = ? WHERE chain = ?"
                .formatted(db))) {
      move.setLong(1, seq);
      move.setBytes(2, last);
      move.setString(3, chain);
      move.executeUpdate();
    }
  }

  static List<StoredEntry> read(PreparedStatement query) throws SQLException {
    List<StoredEntry> entries = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        entries.add(entry(row));
      }
    }
    return entries;
  }

  private static StoredEntry entry(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getString(1),
        row.getLong(2),
        InstantConverter.instant(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getBytes(13));
  }
}
