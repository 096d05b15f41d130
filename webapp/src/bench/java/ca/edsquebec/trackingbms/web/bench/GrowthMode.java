package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.BenchStore;
import ca.edsquebec.trackingbms.web.bench.Goal.Required;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether what is stored slows what comes: twenty million samples against one. */
final class GrowthMode implements Mode {

  private static final int BATTERIES = 1_000;

  /** Batteries of BMS-1 that are made; each stands for several. */
  private static final int DIFFERENT = 20;

  /** Times 1000 batteries and 720 samples: 20.2 million, and 1.4. */
  private static final int MANY_HOURS = 28;

  private static final int FEW_HOURS = 2;
  private static final int SAMPLES = 40_000;
  private static final int SEALED_AT_ONCE = 100;
  private static final long HOUR = Duration.ofHours(1).toMillis();

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public void measure(Bench bench) throws Exception {
    BenchClient few = bench.client("growth-few", BATTERIES);
    BenchClient many = bench.client("growth-many", BATTERIES);
    bench
        .database()
        .inHaste(
            () -> {
              fill(bench.store(few), few, FEW_HOURS);
              fill(bench.store(many), many, MANY_HOURS);
            });
    new Comparison(bench, this, "samples")
        .way("insert, 1 million", () -> posting(bench, few))
        .way("insert, 20 million", () -> posting(bench, many))
        .run()
        .judge(
            "insert with 20 million stored by with 1",
            "insert, 20 million",
            "insert, 1 million",
            Required.atLeast(0.7));
    new Comparison(bench, this, "samples")
        .way("hour job, 1 million", () -> sealing(bench, few))
        .way("hour job, 20 million", () -> sealing(bench, many))
        .run()
        .judge(
            "hour job with 20 million stored by with 1",
            "hour job, 20 million",
            "hour job, 1 million",
            Required.atLeast(0.7));
  }

  private static void fill(BenchStore store, BenchClient client, int hours) {
    long end = ChartMode.lastDay().toMillis() - Duration.ofDays(20).toMillis();
    TimeRange range = new TimeRange(end - hours * HOUR, end);
    for (int number = 0; number < DIFFERENT; number++) {
      List<Battery> batteries = new ArrayList<>();
      for (int i = number; i < BATTERIES; i += DIFFERENT) {
        batteries.add(client.batteries().get(i));
      }
      store.fill(batteries, number, range);
    }
  }

  private static Way.Round posting(Bench bench, BenchClient client) throws Exception {
    return PortalPosts.fresh(bench, client, client.next(SAMPLES), 100, 8);
  }

  /** An hour of some batteries, a later one each time. */
  private static Way.Round sealing(Bench bench, BenchClient client) throws SQLException {
    bench.database().inHaste(bench.store(client)::seal);
    long hour = (client.now() + HOUR - 1) / HOUR * HOUR;
    client.skipTo(hour + HOUR);
    bench
        .database()
        .inHaste(
            () -> RowFill.fill(bench, client, SEALED_AT_ONCE, new TimeRange(hour, hour + HOUR)));
    return () -> {
      long samples = bench.store(client).seal();
      Check.same("sealed", samples, (long) SEALED_AT_ONCE * BenchStore.SAMPLES_AN_HOUR);
      return samples;
    };
  }
}
