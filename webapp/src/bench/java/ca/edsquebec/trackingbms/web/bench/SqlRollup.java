package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.TimeRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The hourly job as SQL alone would do it, at its best: 19 aggregates of a hundred batteries at
 * once, named one by one so that the server reads ranges.
 */
final class SqlRollup {

  private static final int BATTERIES_AT_ONCE = 100;

  private static final String AGGREGATES =
      "COUNT(*) n, MIN(pack_voltage) a1, MAX(pack_voltage) a2, SUM(pack_voltage) a3,"
          + " MIN(pack_current) a4, MAX(pack_current) a5, SUM(pack_current) a6,"
          + " MIN(pack_power) a7, MAX(pack_power) a8, SUM(pack_power) a9,"
          + " MIN(soc) a10, MAX(soc) a11, SUM(soc) a12, MIN(cell_min) a13, MAX(cell_max) a14,"
          + " SUM(cell_avg) a15, MIN(temperature_min) a16, MAX(temperature_max) a17, MAX(soh) a18";

  private final Bench bench;
  private final BenchClient client;

  SqlRollup(Bench bench, BenchClient client) throws SQLException {
    this.bench = bench;
    this.client = client;
    bench
        .database()
        .execute(
            "CREATE TABLE IF NOT EXISTS %s (PRIMARY KEY (battery_id, t0)) AS SELECT battery_id, ts t0, %s FROM %s WHERE FALSE GROUP BY battery_id, ts"
                .formatted(table(), AGGREGATES, client.samples()));
  }

  String table() {
    return client.schema() + ".baseline_rollup";
  }

  void empty() throws SQLException {
    bench.database().execute("TRUNCATE " + table(), "TRUNCATE " + client.baseline());
  }

  /** Only the rollup. */
  void group(TimeRange hour) throws SQLException {
    try (Connection connection = bench.database().connect();
        Statement statement = connection.createStatement()) {
      for (String batteries : lists()) {
        statement.executeUpdate(grouping(batteries, hour));
      }
    }
  }

  /** The rollup and the move, a transaction for a hundred batteries; how many rows. */
  long move(TimeRange hour) throws SQLException {
    long rows = 0;
    try (Connection connection = bench.database().connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String batteries : lists()) {
          statement.executeUpdate(grouping(batteries, hour));
          String where = where(batteries, hour);
          statement.executeUpdate(
              "INSERT INTO %s SELECT * FROM %s WHERE %s"
                  .formatted(client.baseline(), client.samples(), where));
          rows += statement.executeUpdate("DELETE FROM " + client.samples() + " WHERE " + where);
          connection.commit();
        }
      }
    }
    return rows;
  }

  private String grouping(String batteries, TimeRange hour) {
    return "INSERT INTO %s SELECT battery_id, %d, %s FROM %s WHERE %s GROUP BY battery_id"
        .formatted(
            table(), hour.fromMillis(), AGGREGATES, client.samples(), where(batteries, hour));
  }

  private static String where(String batteries, TimeRange hour) {
    return "battery_id IN (%s) AND ts >= %d AND ts < %d"
        .formatted(batteries, hour.fromMillis(), hour.toMillis());
  }

  private List<String> lists() {
    List<String> lists = new ArrayList<>();
    List<Battery> all = client.batteries();
    for (int first = 0; first < all.size(); first += BATTERIES_AT_ONCE) {
      lists.add(
          all.subList(first, Math.min(all.size(), first + BATTERIES_AT_ONCE)).stream()
              .map(battery -> String.valueOf(battery.id()))
              .collect(Collectors.joining(",")));
    }
    return lists;
  }
}
