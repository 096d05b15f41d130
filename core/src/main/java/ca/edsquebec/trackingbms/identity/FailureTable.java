package ca.edsquebec.trackingbms.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** The rows of {@code sign_in_failure}, within one transaction. */
final class FailureTable {

  /** Failures before that are forgotten. */
  static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

  /**
   * @param lockedUntil epoch milliseconds; 0 when never
   */
  record Count(int failures, long lockedUntil) {}

  private final Connection connection;
  private final String table;
  private final String account;

  FailureTable(Connection connection, String db, String account) {
    this.connection = connection;
    this.table = db + ".sign_in_failure";
    this.account = account;
  }

  /** The count of an origin, which nobody else can change until the transaction ends. */
  Count lock(String origin, long now) throws SQLException {
    run(
        "INSERT INTO "
            + table
            + " (account, origin, failures, last_at, locked_until)"
            + " VALUES (?, ?, 0, ?, 0) ON DUPLICATE KEY UPDATE account = VALUES(account)",
        account,
        origin,
        now);
    String sql =
        "SELECT failures, last_at, locked_until FROM "
            + table
            + " WHERE account = ? AND origin = ? FOR UPDATE";
    try (PreparedStatement select = prepared(sql, account, origin);
        ResultSet row = select.executeQuery()) {
      row.next();
      boolean old = row.getLong(2) < now - FORGOTTEN_AFTER.toMillis();
      return new Count(old ? 0 : row.getInt(1), row.getLong(3));
    }
  }

  void set(String origin, int failures, long now, long lockedUntil) throws SQLException {
    run(
        "UPDATE "
            + table
            + " SET failures = ?, last_at = ?, locked_until = ?"
            + " WHERE account = ? AND origin = ?",
        failures,
        now,
        lockedUntil,
        account,
        origin);
  }

  /** All of the account's, and whatever is forgotten by now. */
  void clear(long now) throws SQLException {
    run(
        "DELETE FROM " + table + " WHERE account = ? OR last_at < ?",
        account,
        now - FORGOTTEN_AFTER.toMillis());
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values)) {
      statement.executeUpdate();
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
