package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.BenchStore;
import ca.edsquebec.trackingbms.telemetry.Level;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.bench.Goal.Required;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a chart asks of the store: a day at full resolution, sealed and not; a month by hours. */
final class ChartMode implements Mode {

  private static final int BATTERIES = 10;
  private static final int MONTHS_ASKED = 40;
  private static final int MAX_POINTS = 1_000;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final List<Metric> FIVE =
      List.of(
          Metric.PACK_VOLTAGE,
          Metric.CURRENT,
          Metric.SOC,
          Metric.CELL_VOLTAGE_MIN,
          Metric.TEMPERATURE_MAX);
  private static final String CHUNKS = "a day from chunks";
  private static final String ROWS = "a day from rows";
  private static final String HOURS = "30 days by hours";

  @Override
  public String name() {
    return "chart";
  }

  @Override
  public boolean asksThePortal() {
    return false;
  }

  @Override
  public void measure(Bench bench) throws Exception {
    BenchClient rows = bench.client("chart-rows", BATTERIES);
    BenchClient chunks = bench.client("chart-chunks", BATTERIES);
    TimeRange day = lastDay();
    bench
        .database()
        .inHaste(
            () -> {
              RowFill.fill(bench, rows, day);
              TimeRange month = new TimeRange(day.toMillis() - MONTH.toMillis(), day.toMillis());
              for (int i = 0; i < BATTERIES; i++) {
                bench.store(chunks).fill(List.of(chunks.batteries().get(i)), i, month);
              }
            });
    bench.database().execute("ANALYZE TABLE " + rows.samples());
    Comparison comparison =
        new Comparison(bench, this, "charts")
            .way(CHUNKS, () -> days(bench.store(chunks), chunks, day))
            .way(ROWS, () -> days(bench.store(rows), rows, day))
            .way(HOURS, () -> months(bench.store(chunks), chunks, day.toMillis()))
            .run()
            .judge("24 h, 5 metrics, from chunks by from rows", CHUNKS, ROWS, Required.atLeast(4));
    List<Double> millis = comparison.perSecond(HOURS).stream().map(each -> 1000 / each).toList();
    bench
        .ledger()
        .goal(
            Goal.figure(
                name(), "30 days, 5 metrics, to 1,000 points", "ms", millis, Required.atMost(15)));
    size(bench, chunks);
  }

  private void size(Bench bench, BenchClient chunks) throws Exception {
    double samples =
        bench.database().number("SELECT SUM(samples) FROM " + chunks.schema() + ".sample_chunk");
    double data =
        bench
            .database()
            .number("SELECT SUM(LENGTH(data)) FROM " + chunks.schema() + ".sample_chunk");
    bench.database().execute("ANALYZE TABLE " + chunks.schema() + ".sample_chunk");
    double table =
        bench
            .database()
            .number(
                "SELECT data_length FROM information_schema.tables WHERE table_name = 'sample_chunk'"
                    + " AND CONCAT('`', table_schema, '`') = '"
                    + chunks.schema()
                    + "'");
    bench
        .ledger()
        .goal(
            Goal.figure(
                name(), "bytes of a chunk", "B/sample", List.of(data / samples), Optional.empty()));
    bench
        .ledger()
        .goal(
            Goal.figure(
                name(),
                "bytes of the table of chunks",
                "B/sample",
                List.of(table / samples),
                Required.atMost(16)));
  }

  static TimeRange lastDay() {
    long hour = Duration.ofHours(1).toMillis();
    long end = System.currentTimeMillis() / hour * hour - hour;
    return new TimeRange(end - DAY.toMillis(), end);
  }

  private static Way.Round days(BenchStore store, BenchClient client, TimeRange day) {
    return () -> {
      for (Battery battery : client.batteries()) {
        int samples =
            store
                .history()
                .raw(Viewer.system(store.tenant()), battery.id(), day, FIVE, 100_000)
                .t()
                .length;
        Check.same("samples of a day", samples, 24 * BenchStore.SAMPLES_AN_HOUR);
      }
      return client.batteries().size();
    };
  }

  private static Way.Round months(BenchStore store, BenchClient client, long end) {
    TimeRange month = new TimeRange(end - MONTH.toMillis(), end);
    return () -> {
      for (int i = 0; i < MONTHS_ASKED; i++) {
        Battery battery = client.batteries().get(i % BATTERIES);
        Level level = Level.finest(battery, month, FIVE.size(), MAX_POINTS);
        int points =
            store
                .history()
                .rollups(Viewer.system(store.tenant()), battery, level, month, FIVE)
                .ranges()
                .size();
        Check.same("points of a month", points, 30 * 24);
      }
      return MONTHS_ASKED;
    };
  }
}
