package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the hours that still have rows, by one index seek a battery: the rows are not read. */
final class OpenHours {

  /** The server opens the table once for each: not so many that it must close others'. */
  static final int BATTERIES_AT_ONCE = 97;

  private static final long NONE = Long.MAX_VALUE;

  private final TenantDatabase db;
  private final TenantId tenant;

  OpenHours(TenantDatabase db, TenantId tenant) {
    this.db = db;
    this.tenant = tenant;
  }

  /**
   * Those that have rows. From one to the next by a seek each: grouped, the server would rather
   * read every row of a fleet that is small.
   */
  List<Long> batteries() {
    return db.sql(
        tenant,
        (connection, name) -> {
          List<Long> batteries = new ArrayList<>();
          try (PreparedStatement next =
              connection.prepareStatement(
                  "SELECT MIN(battery_id) FROM %s.sample WHERE battery_id > ?".formatted(name))) {
            long last = -1;
            while (last != NONE) {
              next.setLong(1, last);
              last = battery(next);
              if (last != NONE) {
                batteries.add(last);
              }
            }
          }
          return batteries;
        });
  }

  private static long battery(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      row.next();
      long battery = row.getLong(1);
      return row.wasNull() ? NONE : battery;
    }
  }

  /**
   * The earliest hour with rows by battery; a battery without any is left out.
   *
   * @param from by battery, the instant before which rows do not count; {@value #BATTERIES_AT_ONCE}
   *     at most, one at least
   */
  Map<Long, Long> first(Map<Long, Long> from) {
    return db.sql(
        tenant,
        (connection, name) -> {
          String sql =
              from.entrySet().stream()
                  .map(
                      one ->
                          "SELECT %1$d, MIN(ts) FROM %2$s.sample WHERE battery_id = %1$d AND ts >= %3$d"
                              .formatted(one.getKey(), name, one.getValue()))
                  .collect(Collectors.joining(" UNION ALL "));
          Map<Long, Long> hours = new HashMap<>();
          try (Statement query = connection.createStatement();
              ResultSet rows = query.executeQuery(sql)) {
            while (rows.next()) {
              long ts = rows.getLong(2);
              if (!rows.wasNull()) {
                hours.put(rows.getLong(1), Hours.startOf(ts));
              }
            }
          }
          return hours;
        });
  }
}
