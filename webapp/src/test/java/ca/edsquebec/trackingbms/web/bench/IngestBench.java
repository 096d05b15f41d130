package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.testkit.DatabaseAccess;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Posts of 1 and of 100 samples through HTTP, authentication and commit, against raw multi-row
 * INSERTs of the same rows into the same table, turn by turn in one run; the first two rounds do
 * not count. Argument: rounds that count, 5 when absent.
 */
public final class IngestBench {

  private static final int BATTERIES = 100;
  private static final int WARM_UP = 2;
  private static final int SINGLES = 3_000;
  private static final int SINGLE_CONNECTIONS = 32;
  private static final int HUNDREDS = 200;
  private static final int HUNDRED_CONNECTIONS = 4;
  private static final int ROWS_PER_STATEMENT = 2_000;
  private static final int RAW_ROWS = 20_000;

  private static final AtomicLong CLOCK = new AtomicLong(System.currentTimeMillis() - 80_000_000L);

  private IngestBench() {}

  /** Samples a second. */
  private interface Way {
    double run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    int rounds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
    try (BenchPortal portal = new BenchPortal(BATTERIES)) {
      compare(rounds, "1 a post, 32 connections", () -> posts(portal, SINGLES, 1), portal);
      compare(rounds, "100 a post, 4 connections", () -> posts(portal, HUNDREDS, 100), portal);
      System.out.println(portal.residentMemory());
    }
    System.exit(0);
  }

  private static void compare(int rounds, String name, Way http, BenchPortal portal)
      throws Exception {
    List<Double> ours = new ArrayList<>();
    List<Double> raw = new ArrayList<>();
    for (int round = 0; round < WARM_UP + rounds; round++) {
      double one = http.run();
      double other = inserts(portal);
      System.out.printf(Locale.ROOT, "  round %d: %.0f/s raw %.0f/s%n", round, one, other);
      if (round >= WARM_UP) {
        ours.add(one);
        raw.add(other);
      }
    }
    double a = median(ours);
    double b = median(raw);
    System.out.printf(
        Locale.ROOT, "%s: %.0f samples/s; raw INSERT %.0f rows/s; ratio %.2f%n", name, a, b, a / b);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static double posts(BenchPortal portal, int count, int size) throws Exception {
    int connections = size == 1 ? SINGLE_CONNECTIONS : HUNDRED_CONNECTIONS;
    Random random = new Random(1);
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder body = new StringBuilder("[");
      for (int j = 0; j < size; j++) {
        String code = portal.batteries().get((i * size + j) % BATTERIES).code();
        body.append(j == 0 ? "" : ",")
            .append(BenchPortal.sample(code, CLOCK.incrementAndGet(), random));
      }
      bodies.add(body.append(']').toString());
    }
    AtomicInteger next = new AtomicInteger();
    ExecutorService senders = Executors.newFixedThreadPool(connections);
    long begun = System.nanoTime();
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      done.add(senders.submit(() -> drain(portal, bodies, next)));
    }
    for (Future<?> one : done) {
      one.get();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    senders.shutdown();
    return count * size / seconds;
  }

  private static void drain(BenchPortal portal, List<String> bodies, AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
      Answer answer = portal.http().postJson("/api/v1/ingest/samples", portal.key(), bodies.get(i));
      if (answer.status() != 200) {
        throw new IllegalStateException(answer.toString());
      }
    }
  }

  private static double inserts(BenchPortal portal) throws SQLException, IOException {
    DatabaseAccess access = portal.installation().access();
    String table = "`" + portal.installation().databaseOf("acme") + "`.sample";
    String cells = "0x" + "D00C".repeat(16);
    String url = access.server() + "?rewriteBatchedStatements=true&useAffectedRows=true";
    List<String> statements = new ArrayList<>();
    for (int row = 0; row < RAW_ROWS; row += ROWS_PER_STATEMENT) {
      StringBuilder sql =
          new StringBuilder("INSERT INTO " + table)
              .append(" (battery_id, ts, flags, pack_voltage, pack_current, pack_power, soc,")
              .append(" cell_min, cell_max, cell_avg, temperature_min, temperature_max, cells,")
              .append(" temperatures) VALUES ");
      for (int i = 0; i < ROWS_PER_STATEMENT; i++) {
        long battery = portal.batteries().get((row + i) % BATTERIES).id();
        sql.append(i == 0 ? "" : ",")
            .append(
                "(%d,%d,2,52310,-74200,-38814,6240,3201,3299,3250,246,251,%s,0xF600FB00F900FA00)"
                    .formatted(battery, CLOCK.incrementAndGet(), cells));
      }
      statements.add(sql.append(" ON DUPLICATE KEY UPDATE ts=ts").toString());
    }
    try (Connection connection =
            DriverManager.getConnection(url, access.user(), access.password());
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      long begun = System.nanoTime();
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
      return RAW_ROWS / ((System.nanoTime() - begun) / 1e9);
    }
  }
}
