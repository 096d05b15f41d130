package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.BenchStore;
import ca.edsquebec.trackingbms.web.bench.Goal.Required;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What the hourly job does, against SQL that does the same with rows alone. */
final class BatchMode implements Mode {

  static final int BATTERIES = 200;

  private static final String SEAL = "seal and roll up";
  private static final String MOVE = "SQL: GROUP BY, INSERT..SELECT, DELETE";
  private static final String RECOUNT = "rollups from chunks";
  private static final String GROUP = "SQL: GROUP BY from rows";
  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** So many hours for what only reads. */
  private static final int HOURS = 4;

  @Override
  public String name() {
    return "batch";
  }

  @Override
  public boolean asksThePortal() {
    return false;
  }

  @Override
  public void measure(Bench bench) throws Exception {
    BenchClient client = bench.client("batch", BATTERIES);
    BenchClient sql = bench.client("batch-sql", BATTERIES);
    SqlRollup rollup = new SqlRollup(bench, sql);
    new Comparison(bench, this, "samples")
        .way(SEAL, () -> sealing(bench, client))
        .way(MOVE, () -> moving(bench, sql, rollup))
        .run()
        .judge("seal and roll up by pure SQL", SEAL, MOVE, Required.atLeast(0.7));
    TimeRange some = hours(HOURS);
    sql.empty();
    client.emptyStore();
    bench
        .database()
        .inHaste(
            () -> {
              RowFill.fill(bench, sql, some);
              for (int i = 0; i < BATTERIES; i++) {
                bench.store(client).fill(List.of(client.batteries().get(i)), i, some);
              }
            });
    bench.database().execute("ANALYZE TABLE " + sql.samples());
    new Comparison(bench, this, "samples")
        .way(RECOUNT, () -> recounting(bench, client, some))
        .way(GROUP, () -> grouping(sql, rollup, some))
        .run()
        .judge("rollups from chunks by pure SQL from rows", RECOUNT, GROUP, Required.atLeast(4));
  }

  private static TimeRange hours(int count) {
    long end = ChartMode.lastDay().toMillis();
    return new TimeRange(end - count * HOUR, end);
  }

  private static Way.Round sealing(Bench bench, BenchClient client) throws SQLException {
    client.emptyStore();
    bench.database().inHaste(() -> RowFill.fill(bench, client, hours(1)));
    BenchStore store = bench.store(client);
    return new Way.Round() {
      @Override
      public long run() {
        return store.seal();
      }

      @Override
      public void check() throws SQLException {
        Check.same("rows left", client.count(client.samples()), 0);
        Check.same("rollups", client.count(client.schema() + ".rollup_hour"), BATTERIES);
      }
    };
  }

  private static Way.Round moving(Bench bench, BenchClient client, SqlRollup rollup)
      throws SQLException {
    client.empty();
    bench.database().inHaste(() -> RowFill.fill(bench, client, hours(1)));
    rollup.empty();
    return new Way.Round() {
      @Override
      public long run() throws SQLException {
        return rollup.move(hours(1));
      }

      @Override
      public void check() throws SQLException {
        Check.same("rows left", client.count(client.samples()), 0);
        Check.same("rollups", client.count(rollup.table()), BATTERIES);
      }
    };
  }

  private static Way.Round recounting(Bench bench, BenchClient client, TimeRange range)
      throws SQLException {
    // Else there would be nothing to write.
    bench.database().execute("UPDATE " + client.schema() + ".rollup_hour SET samples = 1");
    List<Long> ids = client.batteries().stream().map(Battery::id).toList();
    return () -> {
      int hours = bench.store(client).recount(ids, range);
      Check.same("rollups made anew", hours, (long) HOURS * BATTERIES);
      return (long) hours * BenchStore.SAMPLES_AN_HOUR;
    };
  }

  private static Way.Round grouping(BenchClient client, SqlRollup rollup, TimeRange range)
      throws SQLException {
    rollup.empty();
    return () -> {
      for (long hour = range.fromMillis(); hour < range.toMillis(); hour += HOUR) {
        rollup.group(new TimeRange(hour, hour + HOUR));
      }
      Check.same("rollups", client.count(rollup.table()), (long) HOURS * BATTERIES);
      return (long) HOURS * BATTERIES * BenchStore.SAMPLES_AN_HOUR;
    };
  }
}
