package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How {@link Ingest#store} compares with the plainest fast way to fill the same table: multi-row
 * text INSERTs of 2,000 rows on one connection. Rounds of the three are interleaved; the first two
 * are not counted. Prints samples a second, median of the rest, and the ratios.
 */
final class IngestBenchmark {

  private static final PrintStream OUT = System.out;
  private static final int BATTERIES = 1000;
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 5;
  private static final int MANY = 60_000;
  private static final int SINGLES = 12_000;

  private final TestInstallation installation;
  private final TenantId tenant;
  private final Ingest ingest;
  private long tick = System.currentTimeMillis() / 5_000 - 5_000_000;

  private IngestBenchmark(TestInstallation installation, Ingest ingest) {
    this.installation = installation;
    this.tenant = installation.tenant("acme");
    this.ingest = ingest;
  }

  /**
   * @param args threads of the callers with 100 samples each, then of those with one; 16 and 32
   *     when not given
   */
  public static void main(String[] args) throws Exception {
    int hundreds = args.length > 0 ? Integer.parseInt(args[0]) : 16;
    int ones = args.length > 1 ? Integer.parseInt(args[1]) : 32;
    try (TestInstallation installation = new TestInstallation();
        LatestState latest =
            new LatestState(
                installation.databases().tenantDatabase(), List.of(), Clock.systemUTC());
        Trends trends = new Trends(installation.databases().tenantDatabase(), Clock.systemUTC());
        Ingest ingest =
            new Ingest(
                installation.databases().tenantDatabase(), latest, trends, Clock.systemUTC())) {
      new IngestBenchmark(installation, ingest).run(hundreds, ones);
    }
    System.exit(0);
  }

  private void run(int hundreds, int ones) throws Exception {
    double[][] rates = new double[3][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      double[] rate = {raw(), store(MANY, 100, hundreds), store(SINGLES, 1, ones)};
      OUT.printf("%d: raw %,.0f, by 100 %,.0f, by 1 %,.0f%n", round, rate[0], rate[1], rate[2]);
      for (int i = 0; i < rate.length && round >= 0; i++) {
        rates[i][round] = rate[i];
      }
    }
    double raw = median(rates[0]);
    OUT.printf("raw INSERT of 2,000 rows        %,10.0f samples/s%n", raw);
    print("store of 100, %d threads".formatted(hundreds), median(rates[1]), raw);
    print("store of 1, %d threads".formatted(ones), median(rates[2]), raw);
  }

  private static void print(String what, double rate, double raw) {
    OUT.printf("%-31s %,10.0f samples/s, %.2f of raw%n", what, rate, rate / raw);
  }

  private static double median(double[] rates) {
    Arrays.sort(rates);
    return rates[rates.length / 2];
  }

  private double raw() throws SQLException {
    List<Measured> samples = samples(MANY);
    var access = installation.access();
    String table = "`%s`.sample".formatted(installation.databaseOf("acme"));
    try (Connection connection =
            DriverManager.getConnection(access.server(), access.user(), access.password());
        var insert = connection.createStatement()) {
      insert.setEscapeProcessing(false);
      long start = System.nanoTime();
      for (int from = 0; from < samples.size(); from += 2_000) {
        StringBuilder sql = new StringBuilder("INSERT INTO " + table + " (battery_id, ");
        sql.append(StoredSample.COLUMNS).append(") VALUES ");
        for (Measured one : samples.subList(from, from + 2_000)) {
          sql.append('(').append(one.batteryId()).append(',');
          StoredSample.of(one.sample(), 0, name -> null).appendTo(sql);
          sql.append("),");
        }
        sql.setLength(sql.length() - 1);
        insert.executeUpdate(sql.toString());
      }
      return rate(samples.size(), start);
    }
  }

  private double store(int count, int atOnce, int threads) throws Exception {
    List<Measured> samples = samples(count);
    ExecutorService callers = Executors.newFixedThreadPool(threads);
    List<Future<Receipt>> receipts = new ArrayList<>();
    long start = System.nanoTime();
    for (int from = 0; from < count; from += atOnce) {
      List<Measured> some = samples.subList(from, from + atOnce);
      receipts.add(callers.submit(() -> ingest.store(tenant, some)));
    }
    int accepted = 0;
    for (Future<Receipt> receipt : receipts) {
      accepted += receipt.get().accepted();
    }
    double rate = rate(count, start);
    callers.shutdown();
    if (accepted != count) {
      throw new IllegalStateException("%d accepted of %d".formatted(accepted, count));
    }
    return rate;
  }

  private static double rate(int count, long start) {
    return count / ((System.nanoTime() - start) / (double) Duration.ofSeconds(1).toNanos());
  }

  /** One of each battery, then the next five seconds: twelve scalars, 16 cells, 4 temperatures. */
  private List<Measured> samples(int count) {
    List<Measured> samples = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int battery = 1 + i % BATTERIES;
      tick += battery == 1 ? 1 : 0;
      samples.add(new Measured(battery, 0, sample(battery, tick)));
    }
    return samples;
  }

  private static Sample sample(int battery, long tick) {
    double swing = Math.sin((tick + battery * 17L) / 1000.0);
    double cell = 3.25 + 0.1 * swing;
    double[] cells = new double[16];
    Arrays.setAll(cells, i -> cell + 0.001 * ((i * 7L + tick + battery) % 15));
    Sample.Builder sample = new Sample.Builder(tick * 5_000);
    sample.put(Metric.PACK_VOLTAGE, 16 * cell).put(Metric.CURRENT, 50 * swing);
    sample.put(Metric.POWER, 800 * cell * swing).put(Metric.SOC, 50 + 40 * swing);
    sample.put(Metric.SOH, 98.5).put(Metric.CELL_VOLTAGE_MIN, cell);
    sample.put(Metric.CELL_VOLTAGE_MAX, cell + 0.014).put(Metric.CELL_VOLTAGE_AVG, cell + 0.007);
    sample.put(Metric.TEMPERATURE_MIN, 21.5).put(Metric.TEMPERATURE_MAX, 24 + swing);
    return sample
        .alarms(List.of())
        .chargeAllowed(true)
        .cellVoltages(cells)
        .temperatures(21.5, 22.1, 23.4, 24 + swing)
        .build();
  }
}
