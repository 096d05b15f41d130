package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Walks over the rows of one battery in order of time, some thousand at once. */
final class HistoryPages {

  /** What takes a row. */
  @FunctionalInterface
  interface RowReader {

    /** Only reads the current row, whose first column is the time. */
    void read(ResultSet row) throws SQLException;
  }

  /** The driver holds a page in memory: of the widest rows some 20 MB. */
  private static final int ROWS = 4_000;

  private final TenantDatabase db;

  HistoryPages(TenantDatabase db) {
    this.db = db;
  }

  /**
   * @param columns what to select after {@code ts}, with its comma; may be empty
   * @param condition a further condition, with its AND; may be empty
   */
  void read(
      TenantId tenant,
      long batteryId,
      TimeRange range,
      int maxRows,
      String columns,
      String condition,
      RowReader reader) {
    db.sql(
        tenant,
        (connection, name) -> {
          String sql =
              "SELECT ts%s FROM %s.sample WHERE battery_id = ? AND ts >= ? AND ts < ?%s"
                      .formatted(columns, name, condition)
                  + " ORDER BY ts LIMIT ?";
          pages(connection, sql, batteryId, range, maxRows, reader);
          return null;
        });
  }

  private static void pages(
      Connection connection,
      String sql,
      long batteryId,
      TimeRange range,
      int maxRows,
      RowReader reader)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      long from = range.fromMillis();
      int left = maxRows;
      int page;
      int got;
      do {
        page = Math.min(left, ROWS);
        got = 0;
        query.setLong(1, batteryId);
        query.setLong(2, from);
        query.setLong(3, range.toMillis());
        query.setInt(4, page);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            reader.read(rows);
            from = rows.getLong(1) + 1;
            got++;
          }
        }
        left -= got;
      } while (got == page && left > 0);
    }
  }
}
