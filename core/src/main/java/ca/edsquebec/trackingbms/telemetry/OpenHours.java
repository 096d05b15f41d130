package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the hours that still have rows, by one index seek a battery: the rows are not read. */
final class OpenHours {

  /** The server opens the table once for each: not so many that it must close others'. */
  static final int BATTERIES_AT_ONCE = 97;

  private final TenantDatabase db;
  private final TenantId tenant;

  OpenHours(TenantDatabase db, TenantId tenant) {
    this.db = db;
    this.tenant = tenant;
  }

  /** Those that have rows. */
  List<Long> batteries() {
    return db.sql(tenant, (connection, name) -> BatterySeeks.in(connection, name + ".sample"));
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
