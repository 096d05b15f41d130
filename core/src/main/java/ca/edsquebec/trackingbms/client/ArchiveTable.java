package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The archives that were written to their end. */
final class ArchiveTable {

  private ArchiveTable() {}

  static boolean hasSince(Connection connection, String db, TenantId tenant, Instant begun)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT 1 FROM %s.tenant_export WHERE tenant = ? AND begun_at >= ? LIMIT 1"
                .formatted(db))) {
      query.setString(1, tenant.slug());
      query.setString(2, InstantConverter.text(begun));
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  static int add(Connection connection, String db, Archive archive) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO %s.tenant_export (tenant, begun_at, finished_at, file, bytes, rows_count,"
                    .formatted(db)
                + " sha256) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, archive.tenant().slug());
      insert.setString(2, InstantConverter.text(archive.begunAt()));
      insert.setString(3, InstantConverter.text(archive.finishedAt()));
      insert.setString(4, archive.file());
      insert.setLong(5, archive.bytes());
      insert.setLong(6, archive.rows());
      insert.setString(7, archive.sha256());
      return insert.executeUpdate();
    }
  }

  /** The one that was begun last. */
  static Optional<Archive> newest(Connection connection, String db, TenantId tenant)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT CAST(begun_at AS CHAR), CAST(finished_at AS CHAR), file, bytes, rows_count,"
                + " sha256 FROM %s.tenant_export WHERE tenant = ? ORDER BY begun_at DESC LIMIT 1"
                    .formatted(db))) {
      query.setString(1, tenant.slug());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Archive(
                    tenant,
                    InstantConverter.instant(row.getString(1)),
                    InstantConverter.instant(row.getString(2)),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getString(6)))
            : Optional.empty();
      }
    }
  }
}
