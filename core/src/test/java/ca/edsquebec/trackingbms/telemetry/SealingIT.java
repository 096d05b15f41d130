package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.Telemetry.NOW;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.measured;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SealingIT {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final TimeRange DAY = new TimeRange(NOW - 24 * HOUR, NOW + HOUR);

  private TestInstallation installation;
  private Telemetry telemetry;
  private TenantId acme;
  private TenantId boreal;

  @BeforeEach
  void start() {
    installation = new TestInstallation();
    telemetry = new Telemetry(installation.databases());
    acme = installation.tenant("acme");
    boreal = installation.tenant("boreal");
  }

  @AfterEach
  void stop() {
    telemetry.close();
    installation.close();
  }

  @Test
  void movesClosedHoursAndLeavesTheRunningOne() {
    store(acme, randomSamples(1, NOW - 3 * HOUR, NOW, 700));
    store(acme, randomSamples(2, NOW - 2 * HOUR, NOW, 300));
    List<Sample> one = read(acme, 1);
    List<Sample> two = read(acme, 2);
    Sealed sealed = seal(acme, NOW);
    // 11:00 is not closed at 12:00: what is late for it is still on its way.
    assertThat(sealed.hours()).isEqualTo(3);
    assertThat(sealed.left()).isEmpty();
    assertThat(number(acme, "SELECT COUNT(*) FROM %s.sample WHERE ts < " + (NOW - HOUR))).isZero();
    assertThat(number(acme, "SELECT SUM(samples) FROM %s.sample_chunk"))
        .isEqualTo(sealed.samples());
    assertThat(number(acme, "SELECT SUM(samples) FROM %s.rollup_hour")).isEqualTo(sealed.samples());
    assertThat(read(acme, 1)).isEqualTo(one);
    assertThat(read(acme, 2)).isEqualTo(two);
  }

  @Test
  void sealsAnHourFiveMinutesAfterItsEnd() {
    store(acme, List.of(soc(1, NOW - HOUR, 50)));
    assertThat(seal(acme, NOW + Duration.ofMinutes(5).toMillis() - 1).hours()).isZero();
    assertThat(seal(acme, NOW + Duration.ofMinutes(5).toMillis()).hours()).isEqualTo(1);
  }

  @Test
  void findsNothingToDoTheSecondTime() {
    store(acme, randomSamples(1, NOW - 5 * HOUR, NOW, 500));
    seal(acme, NOW);
    long computed = number(acme, "SELECT SUM(computed_at) FROM %s.rollup_hour");
    assertThat(seal(acme, NOW + 1).hours()).isZero();
    assertThat(number(acme, "SELECT SUM(computed_at) FROM %s.rollup_hour")).isEqualTo(computed);
  }

  @Test
  void leavesTheOtherClientAlone() {
    store(acme, randomSamples(1, NOW - 3 * HOUR, NOW, 50));
    store(boreal, randomSamples(1, NOW - 3 * HOUR, NOW, 50));
    seal(acme, NOW);
    assertThat(number(boreal, "SELECT COUNT(*) FROM %s.sample")).isEqualTo(50);
    assertThat(number(boreal, "SELECT COUNT(*) FROM %s.sample_chunk")).isZero();
  }

  @Test
  void mergesWhatComesLateAsIfItHadComeInTime() {
    List<Measured> all = randomSamples(1, NOW - 6 * HOUR, NOW - 2 * HOUR, 4_000);
    // So that both clients have the same numbers for names.
    telemetry.ingest.backfill(acme, all);
    telemetry.change(acme, "DELETE FROM %s.sample");
    store(boreal, all);
    List<Measured> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(7));
    for (int part = 0; part < 4; part++) {
      store(acme, shuffled.subList(part * 1000, part * 1000 + 1000));
      seal(acme, NOW);
    }
    seal(boreal, NOW);
    assertThat(read(acme, 1)).isEqualTo(read(boreal, 1)).hasSize(4_000);
    assertThat(rollups(acme, 1)).isEqualTo(rollups(boreal, 1)).hasSize(4);
  }

  @Test
  void integratesAcrossTheEndOfAnHourThatWasCompletedLate() {
    long end = NOW - 3 * HOUR;
    store(acme, List.of(current(1, end, 10), current(1, end + 5_000, 10)));
    seal(acme, NOW);
    assertThat(rollups(acme, 1).get(0).rollup().chargeIn()).isEqualTo(50_000_000);
    store(acme, List.of(current(1, end - 5_000, 10)));
    seal(acme, NOW);
    List<Bucket> hours = rollups(acme, 1);
    assertThat(hours).hasSize(2);
    assertThat(hours.get(1).rollup().chargeIn()).isEqualTo(100_000_000);
  }

  @Test
  void keepsTheFirstValueOfATime() {
    store(acme, List.of(soc(1, NOW - 2 * HOUR, 50)));
    seal(acme, NOW);
    assertThat(telemetry.ingest.store(acme, List.of(soc(1, NOW - 2 * HOUR, 60))).accepted())
        .isEqualTo(1);
    assertThat(read(acme, 1)).extracting(s -> s.value(Metric.SOC)).containsExactly(50.0);
    Sealed again = seal(acme, NOW);
    assertThat(again.hours()).isZero();
    assertThat(number(acme, "SELECT COUNT(*) FROM %s.sample")).isZero();
    assertThat(read(acme, 1)).extracting(s -> s.value(Metric.SOC)).containsExactly(50.0);
  }

  @Test
  void leavesADamagedChunkAsItIsAndServesTheRest() {
    store(acme, randomSamples(1, NOW - 4 * HOUR, NOW - 2 * HOUR, 400));
    seal(acme, NOW);
    List<Sample> all = read(acme, 1);
    long damagedHour = NOW - 4 * HOUR;
    telemetry.change(
        acme,
        "UPDATE %s.sample_chunk SET data = INSERT(data, 40, 1, CHAR(ORD(SUBSTRING(data, 40, 1)) ^ 1))"
            + " WHERE t0 = "
            + damagedHour);
    store(acme, List.of(soc(1, damagedHour + 17, 50)));
    Sealed sealed = seal(acme, NOW);
    assertThat(sealed.left())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.batteryId()).isEqualTo(1);
              assertThat(left.hour()).isEqualTo(damagedHour);
              assertThat(left.reason()).contains("damaged");
            });
    assertThat(read(acme, 1))
        .hasSize(1 + (int) all.stream().filter(s -> s.ts() >= damagedHour + HOUR).count())
        .first()
        .satisfies(sample -> assertThat(sample.ts()).isEqualTo(damagedHour + 17));
    SeriesWalk walk = telemetry.history.walk(Viewer.system(acme), 1, DAY, List.of(Metric.SOC));
    while (walk.next().isPresent()) {
      // To the end: only what was walked over is told.
    }
    assertThat(walk.damaged()).containsExactly(new TimeRange(damagedHour, damagedHour + HOUR));
    walk.close();
  }

  @Test
  void keepsTheRollupOfAnHourWhoseSamplesWereDeletedForTheirAge() {
    store(acme, randomSamples(1, NOW - 3 * HOUR, NOW - 2 * HOUR, 300));
    seal(acme, NOW);
    telemetry.change(acme, "DELETE FROM %s.sample_chunk");
    List<Bucket> before = rollups(acme, 1);
    store(acme, List.of(soc(1, NOW - 3 * HOUR + 1, 3)));
    assertThat(seal(acme, NOW).hours()).isEqualTo(1);
    assertThat(rollups(acme, 1)).isEqualTo(before);
    assertThat(read(acme, 1)).hasSize(1);
  }

  @Test
  void sealsTheOthersWhenOneBatteryHoldsWhatNobodyCanRead() {
    store(acme, randomSamples(1, NOW - 3 * HOUR, NOW - 2 * HOUR, 20));
    store(acme, randomSamples(2, NOW - 3 * HOUR, NOW - 2 * HOUR, 20));
    telemetry.change(acme, "UPDATE %s.sample SET more = x'09' WHERE battery_id = 1");
    Sealed sealed = seal(acme, NOW);
    assertThat(sealed.hours()).isEqualTo(1);
    assertThat(sealed.left())
        .singleElement()
        .satisfies(left -> assertThat(left.batteryId()).isEqualTo(1));
    assertThat(number(acme, "SELECT COUNT(*) FROM %s.sample")).isEqualTo(20);
    assertThat(read(acme, 2)).hasSize(20);
  }

  @Test
  void sealsAnHourOfMoreSamplesThanFitAtOnce() {
    List<Measured> many = new ArrayList<>();
    for (int i = 0; i < 2 * HourSeal.MOST_ROWS + 10; i++) {
      many.add(soc(1, NOW - 3 * HOUR + i, i % 100));
    }
    store(acme, many.subList(0, 18_000));
    store(acme, many.subList(18_000, many.size()));
    store(acme, randomSamples(2, NOW - 3 * HOUR, NOW - 2 * HOUR, 20));
    Sealed sealed = seal(acme, NOW);
    assertThat(sealed.samples()).isEqualTo(many.size() + 20);
    assertThat(sealed.left()).isEmpty();
    assertThat(number(acme, "SELECT COUNT(*) FROM %s.sample")).isZero();
    assertThat(number(acme, "SELECT SUM(samples) FROM %s.rollup_hour WHERE battery_id = 1"))
        .isEqualTo(many.size());
    assertThat(read(acme, 1)).hasSize(many.size());
  }

  @Test
  void readsTheRowsOfTheHourAndNotTheHistory() {
    store(acme, randomSamples(1, NOW - 3 * HOUR, NOW - 2 * HOUR, 200));
    long without = handlerReads(() -> seal(acme, NOW));
    for (int battery = 2; battery < 12; battery++) {
      store(acme, randomSamples(battery, NOW - HOUR, NOW + HOUR / 60, 2_000));
    }
    store(acme, randomSamples(1, NOW - 3 * HOUR + 500, NOW - 2 * HOUR, 200));
    long with = handlerReads(() -> seal(acme, NOW));
    // Some seeks a battery more, and the chunk; not its 20,000 rows.
    assertThat(with).isLessThan(without + 600);
  }

  private long handlerReads(Runnable work) {
    long before = handlers();
    work.run();
    return handlers() - before;
  }

  /** Rows and index entries that the server has looked at so far. */
  private long handlers() {
    return telemetry.db.sql(
        acme,
        (connection, name) -> {
          long sum = 0;
          try (var query = connection.createStatement();
              var rows = query.executeQuery("SHOW GLOBAL STATUS LIKE 'Handler\\_read\\_%'")) {
            while (rows.next()) {
              sum += rows.getLong(2);
            }
          }
          return sum;
        });
  }

  private Sealed seal(TenantId tenant, long nowMillis) {
    return telemetry.sealing(nowMillis).seal(tenant).orElseThrow();
  }

  private void store(TenantId tenant, List<Measured> samples) {
    assertThat(telemetry.ingest.backfill(tenant, samples).accepted()).isEqualTo(samples.size());
  }

  private List<Sample> read(TenantId tenant, long battery) {
    return telemetry.history.samples(Viewer.system(tenant), battery, DAY, 1_000_000);
  }

  private List<Bucket> rollups(TenantId tenant, long battery) {
    return telemetry.db.sql(
        tenant,
        (connection, name) ->
            new RollupTable(connection, name, Level.HOUR)
                .within(List.of(battery), DAY).stream()
                    .map(
                        b ->
                            new Bucket(
                                b.batteryId(), b.day(), b.range(), b.isFinal(), 0, b.rollup()))
                    .toList());
  }

  private long number(TenantId tenant, String sql) {
    return telemetry.number(tenant, sql);
  }

  static Measured soc(long battery, long ts, double percent) {
    return measured(battery, Telemetry.soc(ts, percent));
  }

  static Measured current(long battery, long ts, double amperes) {
    return measured(battery, new Sample.Builder(ts).put(Metric.CURRENT, amperes).build());
  }

  /** Equally far apart, of every shape; never the same twice. */
  static List<Measured> randomSamples(long battery, long from, long to, int count) {
    RandomSamples random = new RandomSamples(battery * 31 + from);
    List<Measured> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      samples.add(measured(battery, random.at(from + (to - from) / count * i)));
    }
    return samples;
  }
}
