package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the first sample of each slot from the table of samples: one index seek each, many in one
 * statement, since reading all rows of the day would take a hundred times as long.
 */
final class TrendTable {

  /** The server opens the table once for each: not so many that it must close others'. */
  private static final int SEEKS_PER_STATEMENT = 97;

  private static final String SEEK =
      "(SELECT "
          + TrendPoint.COLUMNS
          + " FROM %s.sample WHERE battery_id = %d AND ts >= %d AND ts < %d AND flags & "
          + StoredSample.SKEWED
          + " = 0 ORDER BY ts LIMIT 1)";

  private final TenantDatabase db;

  TrendTable(TenantDatabase db) {
    this.db = db;
  }

  /**
   * @param count how many slots
   * @return in order of time; slots without a sample are left out
   */
  List<TrendPoint> load(TenantId tenant, long batteryId, int firstSlot, int count) {
    return db.sql(
        tenant,
        (connection, name) -> {
          List<TrendPoint> points = new ArrayList<>();
          try (Statement query = connection.createStatement()) {
            for (int done = 0; done < count; done += SEEKS_PER_STATEMENT) {
              int some = Math.min(count - done, SEEKS_PER_STATEMENT);
              read(query, sql(name, batteryId, firstSlot + done, some), points);
            }
          }
          return points;
        });
  }

  private static String sql(String database, long batteryId, int firstSlot, int count) {
    long length = Trends.SLOT.toMillis();
    StringBuilder sql = new StringBuilder(count * 200);
    for (int slot = firstSlot; slot < firstSlot + count; slot++) {
      sql.append(slot == firstSlot ? "" : " UNION ALL ");
      sql.append(SEEK.formatted(database, batteryId, slot * length, (slot + 1) * length));
    }
    return sql.toString();
  }

  private static void read(Statement query, String sql, List<TrendPoint> into) throws SQLException {
    try (ResultSet rows = query.executeQuery(sql)) {
      while (rows.next()) {
        into.add(TrendPoint.read(rows));
      }
    }
  }
}
