package ca.edsquebec.trackingbms.maintenance.tables;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reports of the last optimisation, in the registry. */
final class ReportTable {

  private static final int NAMES = 500;

  private final RegistryDatabase registry;

  ReportTable(RegistryDatabase registry) {
    this.registry = registry;
  }

  void replace(TenantId tenant, List<TableReport> reports) {
    registry.sqlTransaction(
        (connection, db) -> {
          try (PreparedStatement delete =
                  connection.prepareStatement(
                      "DELETE FROM " + db + ".table_report WHERE tenant = ?");
              PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO "
                          + db
                          + ".table_report (tenant, table_name, measured_at, row_count, data_bytes,"
                          + " index_bytes, free_bytes, outcome, unused_indexes)"
                          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            delete.setString(1, tenant.slug());
            delete.executeUpdate();
            for (TableReport report : reports) {
              set(insert, tenant, report);
              insert.executeUpdate();
            }
            return null;
          }
        });
  }

  private static void set(PreparedStatement insert, TenantId tenant, TableReport report)
      throws SQLException {
    insert.setString(1, tenant.slug());
    insert.setString(2, report.table());
    insert.setString(3, InstantConverter.text(report.measuredAt()));
    insert.setLong(4, report.rows());
    insert.setLong(5, report.dataBytes());
    insert.setLong(6, report.indexBytes());
    insert.setLong(7, report.freeBytes());
    insert.setString(8, report.outcome().name());
    insert.setString(
        9,
        report
            .unusedIndexes()
            .map(names -> String.join(",", names))
            .map(text -> text.length() > NAMES ? text.substring(0, NAMES) : text)
            .orElse(null));
  }

  List<TableReport> of(TenantId tenant) {
    return registry.sql(
        (connection, db) -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT * FROM " + db + ".table_report WHERE tenant = ? ORDER BY table_name")) {
            query.setString(1, tenant.slug());
            List<TableReport> reports = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                reports.add(read(row));
              }
            }
            return reports;
          }
        });
  }

  private static TableReport read(ResultSet row) throws SQLException {
    return new TableReport(
        row.getString("table_name"),
        InstantConverter.instant(row.getString("measured_at")),
        row.getLong("row_count"),
        row.getLong("data_bytes"),
        row.getLong("index_bytes"),
        row.getLong("free_bytes"),
        Outcome.valueOf(row.getString("outcome")),
        Optional.ofNullable(row.getString("unused_indexes"))
            .map(names -> names.isEmpty() ? List.<String>of() : List.of(names.split(","))));
  }
}
