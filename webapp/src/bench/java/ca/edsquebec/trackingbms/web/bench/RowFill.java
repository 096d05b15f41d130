package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.jobs.simulate.workload.Bms1;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.RawRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Puts rows of BMS-1 into a client's table by the shortest way. */
final class RowFill {

  private static final int ROWS = 2_000;

  private RowFill() {}

  /** All batteries of the client, a sample each five seconds. */
  static void fill(Bench bench, BenchClient client, TimeRange range) {
    fill(bench, client, client.batteries().size(), range);
  }

  /** The first batteries of the client. */
  static void fill(Bench bench, BenchClient client, int batteries, TimeRange range) {
    try (Connection connection = bench.database().connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      StringBuilder sql = new StringBuilder();
      int rows = 0;
      for (int battery = 0; battery < batteries; battery++) {
        long id = client.batteries().get(battery).id();
        for (long ts = range.fromMillis(); ts < range.toMillis(); ts += Bms1.PERIOD_MILLIS) {
          sql.append(rows == 0 ? RawRows.insertInto(client.samples()) : ",");
          RawRows.append(sql, id, Bms1.sample(battery, ts));
          if (++rows == ROWS) {
            statement.executeUpdate(sql.toString());
            sql.setLength(0);
            rows = 0;
          }
        }
      }
      if (rows > 0) {
        statement.executeUpdate(sql.toString());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("rows of " + client.schema(), e);
    }
  }
}
