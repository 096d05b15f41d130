package ca.edsquebec.trackingbms.gateway;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The rows of a client's gateways, on a connection of the caller's. */
final class GatewayTable {

  private static final String SELECT =
      "SELECT id, uid, code, name, silent_after_ms, version, CAST(last_contact AS CHAR), backlog,"
          + " clock_offset_ms, CAST(created_at AS CHAR) FROM %s.gateway ORDER BY id";

  private final Connection connection;
  private final String db;

  GatewayTable(Connection connection, String db) {
    this.connection = connection;
    this.db = db;
  }

  List<Gateway> all() throws SQLException {
    Map<Long, Set<String>> keys = new HashMap<>();
    pairs("SELECT gateway_id, key_id FROM %s.gateway_key", (id, key) -> add(keys, id, key));
    Map<Long, Set<Long>> batteries = new HashMap<>();
    pairs(
        "SELECT gateway_id, battery_id FROM %s.gateway_battery",
        (id, battery) -> add(batteries, id, Long.valueOf(battery)));
    List<Gateway> all = new ArrayList<>();
    try (PreparedStatement select = prepare(SELECT);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long id = row.getLong(1);
        all.add(
            new Gateway(
                id,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Duration.ofMillis(row.getLong(5)),
                keys.getOrDefault(id, Set.of()),
                batteries.getOrDefault(id, Set.of()),
                new Contact(
                    Optional.ofNullable(row.getString(7)).map(InstantConverter::instant),
                    row.getString(6),
                    number(row, 8),
                    number(row, 9)),
                InstantConverter.instant(row.getString(10))));
      }
    }
    return all;
  }

  private interface Pair {
    void is(long id, String other);
  }

  private void pairs(String sql, Pair pair) throws SQLException {
    try (PreparedStatement select = prepare(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        pair.is(row.getLong(1), row.getString(2));
      }
    }
  }

  private static <T> void add(Map<Long, Set<T>> sets, long id, T value) {
    sets.computeIfAbsent(id, i -> new HashSet<>()).add(value);
  }

  private static OptionalLong number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /**
   * Adds one without keys and batteries; its id is not looked at.
   *
   * @return false when there is one of that code
   */
  boolean add(Gateway gateway) throws SQLException {
    String sql =
        "INSERT IGNORE INTO %s.gateway (uid, code, name, silent_after_ms, version, created_at)"
            + " VALUES (?, ?, ?, ?, '', ?)";
    try (PreparedStatement insert = prepare(sql)) {
      insert.setString(1, gateway.uid());
      insert.setString(2, gateway.code());
      insert.setString(3, gateway.name());
      insert.setLong(4, gateway.silentAfter().toMillis());
      insert.setString(5, InstantConverter.text(gateway.createdAt()));
      return insert.executeUpdate() > 0;
    }
  }

  void describe(long id, GatewayWish wish) throws SQLException {
    String sql = "UPDATE %s.gateway SET name = ?, silent_after_ms = ? WHERE id = ?";
    try (PreparedStatement update = prepare(sql)) {
      update.setString(1, wish.name());
      update.setLong(2, wish.silentAfter().toMillis());
      update.setLong(3, id);
      update.executeUpdate();
    }
  }

  void setKeys(long id, Set<String> keys) throws SQLException {
    forget("gateway_key", id);
    for (String key : keys.stream().sorted().toList()) {
      addKey(id, key);
    }
  }

  void addKey(long id, String key) throws SQLException {
    String sql = "INSERT IGNORE INTO %s.gateway_key (gateway_id, key_id) VALUES (?, ?)";
    try (PreparedStatement insert = prepare(sql)) {
      insert.setLong(1, id);
      insert.setString(2, key);
      insert.executeUpdate();
    }
  }

  void setBatteries(long id, Set<Long> batteries) throws SQLException {
    forget("gateway_battery", id);
    Map<Long, Long> behind = new HashMap<>();
    batteries.forEach(battery -> behind.put(battery, id));
    put(behind);
  }

  private void forget(String table, long id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM " + db + "." + table + " WHERE gateway_id = ?")) {
      delete.setLong(1, id);
      delete.executeUpdate();
    }
  }

  /**
   * Puts batteries behind gateways; those that are no more, of either, are passed over.
   *
   * @param behind gateway by battery
   */
  void put(Map<Long, Long> behind) throws SQLException {
    String sql =
        "INSERT INTO %1$s.gateway_battery (battery_id, gateway_id) SELECT b.id, g.id FROM"
            + " %1$s.battery b, %1$s.gateway g WHERE b.id = ? AND g.id = ?"
            + " ON DUPLICATE KEY UPDATE gateway_id = VALUES(gateway_id)";
    try (PreparedStatement insert = connection.prepareStatement(sql.formatted(db))) {
      // In the order of the key, as whoever writes several rows.
      for (Long battery : behind.keySet().stream().sorted().toList()) {
        insert.setLong(1, battery);
        insert.setLong(2, behind.get(battery));
        insert.executeUpdate();
      }
    }
  }

  /**
   * Writes what one said last.
   *
   * @return false when there is no such gateway
   */
  boolean tell(long id, Contact contact) throws SQLException {
    String sql =
        "UPDATE %s.gateway SET version = ?, last_contact = ?, backlog = ?, clock_offset_ms = ?"
            + " WHERE id = ?";
    try (PreparedStatement update = prepare(sql)) {
      update.setString(1, contact.version());
      update.setString(2, contact.at().map(InstantConverter::text).orElse(null));
      set(update, 3, contact.backlog());
      set(update, 4, contact.offsetMillis());
      update.setLong(5, id);
      return update.executeUpdate() > 0;
    }
  }

  private static void set(PreparedStatement statement, int place, OptionalLong value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setLong(place, value.getAsLong());
    } else {
      statement.setNull(place, Types.BIGINT);
    }
  }

  /** With its keys, and what is said of batteries behind it. */
  void delete(long id) throws SQLException {
    try (PreparedStatement delete = prepare("DELETE FROM %s.gateway WHERE id = ?")) {
      delete.setLong(1, id);
      delete.executeUpdate();
    }
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql.formatted(db));
  }
}
