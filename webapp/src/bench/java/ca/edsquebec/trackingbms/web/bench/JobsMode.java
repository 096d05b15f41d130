package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.web.bench.PackedProgram.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What each job of {@code tbms} takes, as a process of its own: on 100 batteries of BMS-1 with 30
 * days of sealed hours, two hours that are to be sealed, and a day that has been kept for long
 * enough.
 */
final class JobsMode implements Mode {

  private static final int BATTERIES = 100;

  /** Batteries of BMS-1 that are made; each stands for several. */
  private static final int DIFFERENT = 10;

  private static final Duration STORED = Duration.ofDays(30);
  private static final Duration OLD = Duration.ofDays(40);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration OPEN = Duration.ofHours(2);
  private static final List<String> JOBS =
      List.of(
          "health-check",
          "seal",
          "rollup",
          "expire",
          "optimise",
          "cleanup",
          "poll",
          "alerts",
          "backup",
          "verify-backup");

  private static final double MEGABYTE = 1e6;

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  public boolean asksThePortal() {
    return false;
  }

  @Override
  public void measure(Bench bench) throws Exception {
    Path folder = Bench.folder().resolve("jobs");
    delete(folder);
    Map<String, String> environment = new HashMap<>(bench.environment());
    environment.put("TBMS_HOME", folder.resolve("home").toString());
    environment.put("TBMS_BACKUP_DIR", folder.resolve("backups").toString());
    environment.put("TBMS_RETENTION_RAW", "P35D");
    PackedProgram tbms = PackedProgram.copy(folder.resolve("tbms"), environment);
    starts(bench, tbms);
    BenchClient client = bench.client("jobs", BATTERIES);
    fill(bench, client);
    for (String job : JOBS) {
      Cost cost = tbms.tbms("job", "run", job);
      tell(bench, job, cost);
      if (job.contains("backup")) {
        speed(bench, client, job, folder, cost);
      }
    }
    Path newest = newest(folder.resolve("backups/jobs"));
    Cost cost = tbms.tbms("backup", "restore", newest.toString(), "--as", "jobs-again");
    tell(bench, "restore", cost);
    speed(bench, client, "restore", folder, cost);
    delete(folder);
  }

  /** A job that has nothing to do, with and without the archive of classes in turns. */
  private void starts(Bench bench, PackedProgram tbms) throws IOException {
    List<Cost> without = new ArrayList<>();
    List<Cost> with = new ArrayList<>();
    tbms.tbms("job", "run", "alerts");
    for (int round = 0; round < bench.rounds(); round++) {
      tbms.archive();
      with.add(tbms.tbms("job", "run", "alerts"));
      tbms.forgetArchive();
      without.add(tbms.tbms("job", "run", "alerts"));
    }
    tbms.archive();
    tell(bench, "nothing to do, with an archive of classes", with.toArray(Cost[]::new));
    tell(bench, "nothing to do, without", without.toArray(Cost[]::new));
  }

  private static void fill(Bench bench, BenchClient client) throws SQLException {
    long open = ChartMode.lastDay().toMillis() - OPEN.toMillis();
    TimeRange stored = new TimeRange(open - STORED.toMillis(), open);
    TimeRange old = new TimeRange(open - OLD.toMillis(), open - OLD.toMillis() + DAY.toMillis());
    bench
        .database()
        .inHaste(
            () -> {
              for (int number = 0; number < DIFFERENT; number++) {
                List<Battery> batteries = new ArrayList<>();
                for (int i = number; i < BATTERIES; i += DIFFERENT) {
                  batteries.add(client.batteries().get(i));
                }
                bench.store(client).fill(batteries, number, old);
                bench.store(client).fill(batteries, number, stored);
              }
              RowFill.fill(bench, client, new TimeRange(open, open + OPEN.toMillis()));
            });
    String schema = client.schema();
    bench
        .database()
        .execute(
            "INSERT INTO %1$s.rollup_pending SELECT battery_id, t0, 1 FROM %1$s.sample_chunk"
                .formatted(schema));
  }

  private void tell(Bench bench, String what, Cost... costs) throws IOException {
    figure(bench, what + ": by the clock", "s", Cost::seconds, costs);
    figure(bench, what + ": CPU of tbms", "s", Cost::cpuSeconds, costs);
    figure(bench, what + ": memory at most", "MB", Cost::megabytes, costs);
  }

  private void figure(
      Bench bench, String what, String unit, ToDoubleFunction<Cost> of, Cost... costs)
      throws IOException {
    List<Double> values = Stream.of(costs).map(of::applyAsDouble).toList();
    bench.ledger().goal(Goal.figure(name(), what, unit, values, Optional.empty()));
  }

  /** By the size of the client's tables, and by that of the file. */
  private void speed(Bench bench, BenchClient client, String what, Path folder, Cost cost)
      throws IOException, SQLException {
    long data =
        bench
            .database()
            .number(
                "SELECT SUM(DATA_LENGTH) FROM information_schema.TABLES WHERE TABLE_SCHEMA = '"
                    + client.schema().replace("`", "")
                    + "'");
    long file = Files.size(newest(folder.resolve("backups/jobs")));
    figure(bench, what + ": of the tables", "MB/s", one -> data / MEGABYTE / one.seconds(), cost);
    figure(bench, what + ": of the file", "MB/s", one -> file / MEGABYTE / one.seconds(), cost);
  }

  private static Path newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".tbms"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
