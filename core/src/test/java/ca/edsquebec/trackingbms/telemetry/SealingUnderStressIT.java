package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.SealingIT.randomSamples;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.NOW;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.measured;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.soc;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkWriter;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SealingUnderStressIT {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long HAMMERED = NOW - 3 * HOUR;
  private static final TimeRange AROUND = new TimeRange(HAMMERED - HOUR, HAMMERED + 2 * HOUR);
  private static final int WRITERS = 4;
  private static final int POSTS = 150;
  private static final int MOST_POSTS = 20 * POSTS;
  private static final int ENOUGH = 5;

  private TestInstallation installation;
  private Telemetry telemetry;
  private TenantId acme;

  @BeforeEach
  void start() {
    installation = new TestInstallation();
    telemetry = new Telemetry(installation.databases());
    acme = installation.tenant("acme");
  }

  @AfterEach
  void stop() {
    telemetry.close();
    installation.close();
  }

  @Test
  void losesDoublesAndBlocksNothingWhileWritersHammerTheHourAndTwoSealAtOnce() throws Exception {
    Set<Long> committed = ConcurrentHashMap.newKeySet();
    AtomicBoolean writing = new AtomicBoolean(true);
    AtomicInteger sealed = new AtomicInteger();
    AtomicInteger answers = new AtomicInteger();
    BooleanSupplier enough = () -> sealed.get() > ENOUGH && answers.get() > ENOUGH;
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int writer = i;
      writers.add(threads.submit(() -> hammer(writer, committed, enough)));
    }
    // Without the lease, as when one of them lost it and does not know yet.
    List<Future<?>> others = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      others.add(threads.submit(() -> sealAgainAndAgain(writing, sealed)));
    }
    others.add(threads.submit(() -> readAgainAndAgain(writing, committed, answers)));
    for (Future<?> writer : writers) {
      writer.get();
    }
    writing.set(false);
    for (Future<?> other : others) {
      other.get();
    }
    assertThat(sealed).as("hours sealed meanwhile").hasValueGreaterThan(ENOUGH);
    assertThat(answers).as("complete answers meanwhile").hasValueGreaterThan(ENOUGH);
    threads.shutdown();
    telemetry.sealing(NOW).seal(acme);
    assertThat(telemetry.number(acme, "SELECT COUNT(*) FROM %s.sample")).isZero();
    assertThat(telemetry.number(acme, "SELECT SUM(samples) FROM %s.sample_chunk"))
        .isEqualTo(committed.size());
    assertThat(committed).hasSizeGreaterThanOrEqualTo(WRITERS * POSTS * 10);
    assertThat(times()).hasSize(committed.size()).containsAll(committed);
  }

  /** Goes on on a slow machine until enough has happened beside it. */
  private Void hammer(int writer, Set<Long> committed, BooleanSupplier enough) {
    for (int post = 0; post < POSTS || (post < MOST_POSTS && !enough.getAsBoolean()); post++) {
      List<Measured> samples = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        long ts = HAMMERED + (long) (post * 10 + i) * WRITERS + writer;
        samples.add(measured(1, soc(ts, i)));
      }
      // A writer that had to wait for a lock in vain would be told so.
      assertThat(telemetry.ingest.backfill(acme, samples).accepted()).isEqualTo(10);
      samples.forEach(sample -> committed.add(sample.sample().ts()));
    }
    return null;
  }

  private Void sealAgainAndAgain(AtomicBoolean writing, AtomicInteger hours) {
    while (writing.get()) {
      hours.addAndGet(telemetry.sealing(NOW).seal(acme, () -> {}).hours());
    }
    return null;
  }

  private Void readAgainAndAgain(
      AtomicBoolean writing, Set<Long> committed, AtomicInteger answers) {
    while (writing.get()) {
      Set<Long> expected = Set.copyOf(committed);
      assertThat(times()).containsAll(expected).doesNotHaveDuplicates();
      answers.incrementAndGet();
    }
    return null;
  }

  private List<Long> times() {
    Viewer viewer = Viewer.system(acme);
    return Arrays.stream(
            telemetry.history.raw(viewer, 1, AROUND, List.of(Metric.SOC), 1_000_000).t())
        .boxed()
        .collect(Collectors.toList());
  }

  @Test
  void hasDoneAllOrNothingAtWhicheverStatementItsConnectionIsTornDown() {
    telemetry.ingest.backfill(acme, randomSamples(1, HAMMERED + HOUR, HAMMERED + 2 * HOUR, 100));
    telemetry.ingest.backfill(acme, randomSamples(1, HAMMERED, HAMMERED + HOUR, 50));
    telemetry.sealing(NOW).seal(acme);
    telemetry.ingest.backfill(acme, randomSamples(1, HAMMERED + 1, HAMMERED + HOUR, 60));
    telemetry.ingest.backfill(acme, randomSamples(2, HAMMERED, HAMMERED + HOUR, 40));
    List<Sample> one = samples(1);
    List<Sample> two = samples(2);
    String before = state();
    int cut = 1;
    while (tearsDown(cut, true)) {
      assertThat(state()).as("torn down before statement %d", cut).isEqualTo(before);
      assertThat(tearsDown(cut, false)).isTrue();
      assertThat(state()).as("torn down behind statement %d", cut).isEqualTo(before);
      assertThat(samples(1)).isEqualTo(one);
      assertThat(samples(2)).isEqualTo(two);
      cut++;
    }
    assertThat(cut).as("statements of a pass").isGreaterThan(8);
    assertThat(telemetry.number(acme, "SELECT COUNT(*) FROM %s.sample")).isZero();
    assertThat(samples(1)).isEqualTo(one);
    assertThat(samples(2)).isEqualTo(two);
  }

  /** False when the transaction had fewer statements, and is committed. */
  private boolean tearsDown(int statement, boolean before) {
    Duration period = Duration.ofSeconds(5);
    try (ChunkWriter writer = new ChunkWriter(SampleColumns.LAYOUT);
        ChunkReader reader = new ChunkReader()) {
      telemetry.db.sqlTransaction(
          acme,
          (connection, name) ->
              new HourSeal(
                      new CutConnection(connection, statement, before).connection(),
                      name,
                      HAMMERED,
                      Map.of(1L, period, 2L, period),
                      writer,
                      reader,
                      NOW)
                  .run());
      return false;
    } catch (UnavailableException torn) {
      return true;
    }
  }

  private List<Sample> samples(long battery) {
    return telemetry.history.samples(Viewer.system(acme), battery, AROUND, 1_000_000);
  }

  private String state() {
    return List.of("sample", "sample_chunk", "rollup_hour", "rollup_pending").stream()
        .map(table -> table + "=" + telemetry.number(acme, "SELECT COUNT(*) FROM %s." + table))
        .collect(Collectors.joining(" "));
  }
}
