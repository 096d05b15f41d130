package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** How many samples each client stored on which UTC day. */
final class UsageTable {

  private UsageTable() {}

  static long read(Connection connection, String db, TenantId tenant, LocalDate day)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT samples FROM %s.tenant_usage WHERE tenant = ? AND day = ?".formatted(db))) {
      query.setString(1, tenant.slug());
      query.setString(2, day.toString());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /** What is there then, of all programs together. */
  static long add(Connection connection, String db, TenantId tenant, LocalDate day, long samples)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO %s.tenant_usage (tenant, day, samples) VALUES (?, ?, ?)".formatted(db)
                + " ON DUPLICATE KEY UPDATE samples = samples + VALUES(samples)")) {
      insert.setString(1, tenant.slug());
      insert.setString(2, day.toString());
      insert.setLong(3, samples);
      insert.executeUpdate();
    }
    return read(connection, db, tenant, day);
  }
}
