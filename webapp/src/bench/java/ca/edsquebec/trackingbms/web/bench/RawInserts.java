package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.jobs.simulate.workload.Arrivals;
import ca.edsquebec.trackingbms.jobs.simulate.workload.Bms1;
import ca.edsquebec.trackingbms.telemetry.RawRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The baseline of all that stores: the same rows by plain JDBC into a table just like that of the
 * samples, its statements made before the clock runs. Each statement commits by itself.
 */
final class RawInserts implements Way.Round {

  private final BenchDatabase database;
  private final BenchClient client;
  private final int size;
  private final List<String> statements;
  private final List<Connection> connections = new ArrayList<>();
  private final ExecutorService threads;
  private final long before;

  /**
   * @param rows a statement
   * @param connections each with a thread of its own
   */
  RawInserts(Bench bench, BenchClient client, Arrivals arrivals, int rows, int connections)
      throws SQLException {
    database = bench.database();
    this.client = client;
    size = arrivals.size();
    statements = statements(client, arrivals, rows);
    for (int i = 0; i < connections; i++) {
      this.connections.add(database.connect());
    }
    threads = Executors.newFixedThreadPool(connections);
    before = client.count(client.baseline());
  }

  private static List<String> statements(BenchClient client, Arrivals arrivals, int rows) {
    List<String> statements = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < arrivals.size(); i++) {
      sql.append(i % rows == 0 ? RawRows.insertInto(client.baseline()) : ",");
      int battery = arrivals.battery(i);
      RawRows.append(
          sql, client.batteries().get(battery).id(), Bms1.sample(battery, arrivals.ts(i)));
      if ((i + 1) % rows == 0 || i == arrivals.size() - 1) {
        statements.add(sql.append(" ON DUPLICATE KEY UPDATE ts = ts").toString());
        sql.setLength(0);
      }
    }
    return statements;
  }

  @Override
  public long run() throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<Future<Long>> done = new ArrayList<>();
    for (Connection connection : connections) {
      done.add(threads.submit(() -> insert(connection, next)));
    }
    long rows = 0;
    for (Future<Long> one : done) {
      rows += one.get();
    }
    return rows;
  }

  private long insert(Connection connection, AtomicInteger next) throws SQLException {
    long rows = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (int i = next.getAndIncrement(); i < statements.size(); i = next.getAndIncrement()) {
        rows += statement.executeUpdate(statements.get(i));
      }
    }
    return rows;
  }

  @Override
  public void check() throws SQLException {
    threads.shutdown();
    for (Connection connection : connections) {
      connection.close();
    }
    Check.same("rows in the baseline's table", client.count(client.baseline()) - before, size);
  }
}
