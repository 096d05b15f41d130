package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.telemetry.RawRows;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The newest sample of all batteries of a client, against the same read from the table. */
final class LatestMode implements Mode {

  private static final int STORED = 100_000;
  private static final int ASKED = 30;
  private static final String OURS = "GET /live of all batteries";
  private static final String TABLE = "SELECT of a table of the latest";
  private static final String NEWEST = "SELECT by MAX(ts)";

  @Override
  public String name() {
    return "latest";
  }

  @Override
  public void measure(Bench bench) throws Exception {
    BenchClient client = bench.thousand();
    client.empty();
    PortalPosts posts = PortalPosts.fresh(bench, client, client.next(STORED), 100, 8);
    posts.run();
    posts.check();
    // Else the baseline is planned by what was known of an empty table.
    bench.database().execute("ANALYZE TABLE " + client.samples());
    new Comparison(bench, this, "batteries")
        .way(OURS, () -> asked(bench, client))
        .way(TABLE, () -> selected(bench, "SELECT * FROM " + client.schema() + ".sample_latest"))
        .way(NEWEST, () -> selected(bench, newest(client)))
        .run()
        .judge("GET of all batteries by SELECT of their table", OURS, TABLE, Optional.empty())
        .judge("GET of all batteries by SELECT of MAX(ts)", OURS, NEWEST, Optional.empty());
  }

  private static Way.Round asked(Bench bench, BenchClient client) throws IOException {
    List<byte[]> requests = Collections.nCopies(ASKED, Requests.get("/api/v1/live", client.key()));
    LoadClient load = new LoadClient(bench.portal(), 1);
    return new Way.Round() {
      private long bytes;

      @Override
      public long run() throws IOException {
        bytes = load.send(requests).bytes();
        return (long) ASKED * client.codes().length;
      }

      @Override
      public void check() throws IOException {
        load.close();
        long least = (long) ASKED * client.codes().length * 300;
        if (bytes < least) {
          throw new IllegalStateException("answers of %d bytes lack batteries".formatted(bytes));
        }
      }
    };
  }

  private static String newest(BenchClient client) {
    return """
        SELECT s.battery_id, %s FROM %s s
        JOIN (SELECT battery_id, MAX(ts) ts FROM %s GROUP BY battery_id) newest
        USING (battery_id, ts)
        """
        .formatted(RawRows.columns("s"), client.samples(), client.samples());
  }

  private static Way.Round selected(Bench bench, String sql) throws SQLException {
    Connection connection = bench.database().connect();
    return new Way.Round() {
      @Override
      public long run() throws SQLException {
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
          for (int i = 0; i < ASKED; i++) {
            try (ResultSet result = statement.executeQuery(sql)) {
              while (result.next()) {
                rows++;
              }
            }
          }
        }
        return rows;
      }

      @Override
      public void check() throws SQLException {
        connection.close();
      }
    };
  }
}
