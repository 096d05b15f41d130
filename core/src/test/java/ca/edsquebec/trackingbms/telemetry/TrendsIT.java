package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.Telemetry.NOW;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.measured;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.soc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrendsIT {

  private static final long SLOT = Trends.SLOT.toMillis();
  private static final int RUNNING = Trends.SLOTS - 1;

  private static TestInstallation installation;
  private static int clients;

  private TenantId client;
  private Viewer viewer;
  private Telemetry telemetry;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @BeforeEach
  void open() {
    client = installation.addTenant("client" + ++clients, "Client");
    viewer = Viewer.system(client);
    telemetry = new Telemetry(installation.databases());
  }

  @AfterEach
  void close() {
    telemetry.close();
  }

  @Test
  void takesTheEarliestSampleOfASlotAndLeavesAHole() {
    store(1, soc(NOW + 2000, 3), soc(NOW + 1000, 2), soc(NOW - 2 * SLOT, 1));
    Trend trend = telemetry.trends.of(viewer, 1);
    assertThat(trend.complete()).isTrue();
    assertThat(trend.fromMillis()).isEqualTo(NOW - RUNNING * SLOT);
    assertThat(trend.soc()).hasSize(Trends.SLOTS);
    assertThat(trend.soc()[RUNNING]).isEqualTo(2);
    assertThat(trend.soc()[RUNNING - 1]).isNaN();
    assertThat(trend.soc()[RUNNING - 2]).isEqualTo(1);
    assertThat(trend.power()[RUNNING]).isNaN();
  }

  @Test
  void isTheSameFilledLiveAndReadFromTheStore() {
    telemetry.trends.of(viewer, 1);
    telemetry.trends.of(viewer, 2);
    List<Measured> samples = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 1500; i++) {
      long ts = NOW + 60_000 - (long) (random.nextDouble() * 25 * 12 * SLOT);
      samples.add(measured(1 + i % 2, sample(ts, random)));
    }
    // Out of order, in parts, repeated with other values: the first value of a time stands.
    samples.addAll(
        samples.subList(0, 200).stream()
            .map(m -> measured(m.batteryId(), sample(m.sample().ts(), random)))
            .toList());
    for (int from = 0; from < samples.size(); from += 170) {
      List<Measured> part = samples.subList(from, Math.min(samples.size(), from + 170));
      if (from % 340 == 0) {
        telemetry.ingest.store(client, part);
      } else {
        telemetry.ingest.backfill(client, part);
      }
    }
    Map<Long, Trend> live = telemetry.trends.of(viewer, List.of(1L, 2L));
    assertThat(known(live.get(1L))).isGreaterThan(200);
    assertReadsTheSame(live);
    telemetry.sealing(NOW).seal(client);
    assertReadsTheSame(live);
  }

  private void assertReadsTheSame(Map<Long, Trend> live) {
    try (Trends anew = new Trends(telemetry.db, fixed(NOW))) {
      Map<Long, Trend> read = anew.of(viewer, List.of(1L, 2L));
      for (long battery = 1; battery <= 2; battery++) {
        assertThat(text(read.get(battery))).isEqualTo(text(live.get(battery)));
      }
    }
  }

  @Test
  void hearsOfBackfill() {
    telemetry.trends.of(viewer, 1);
    telemetry.ingest.backfill(client, List.of(measured(1, soc(NOW - SLOT, 44))));
    assertThat(telemetry.trends.of(viewer, 1).soc()[RUNNING - 1]).isEqualTo(44);
  }

  @Test
  void hearsNothingOfASampleWhoseClockIsAhead() {
    telemetry.trends.of(viewer, 1);
    store(1, soc(NOW + SLOT + 1, 1));
    SettableClock later = fixed(NOW + SLOT);
    try (Trends anew = new Trends(telemetry.db, later)) {
      assertThat(anew.of(viewer, 1).soc()[RUNNING]).isNaN();
    }
  }

  @Test
  void dropsWhatIsADayOld() {
    SettableClock clock = fixed(NOW);
    try (Trends trends = new Trends(telemetry.db, clock)) {
      trends.of(viewer, 1);
      trends.stored(client, List.of(TrendPoint.of(1, soc(NOW, 10))));
      clock.advance(Duration.ofMinutes(25));
      assertThat(trends.of(viewer, 1).soc()[RUNNING - 5]).isEqualTo(10);
      for (int i = 0; i < 60; i++) {
        clock.advance(Duration.ofMinutes(25));
        trends.of(viewer, 1);
      }
      assertThat(trends.of(viewer, 1).soc()).containsOnly(Float.NaN);
    }
  }

  @Test
  void forgetsWhatNobodyAskedForAndReadsItAnew() {
    SettableClock clock = fixed(NOW);
    try (Trends trends = new Trends(telemetry.db, clock)) {
      trends.of(viewer, 1);
      store(1, soc(NOW, 10));
      assertThat(trends.of(viewer, 1).soc()).containsOnly(Float.NaN);
      clock.advance(Duration.ofMinutes(31));
      assertThat(trends.of(viewer, 1).soc()).contains(10f);
    }
  }

  @Test
  void addsUpAFleet() {
    store(1, watts(NOW, 1000, 20, 25));
    store(2, watts(NOW + 1, -400, 80, 31));
    store(3, new Sample.Builder(NOW).put(Metric.CYCLES, 3).build());
    FleetTrend fleet = telemetry.trends.fleet(viewer, Map.of(1L, 1.0, 2L, 3.0, 3L, 1.0, 4L, 1.0));
    assertThat(fleet.complete()).isTrue();
    assertThat(fleet.power()[RUNNING]).isEqualTo(600);
    assertThat(fleet.soc()[RUNNING]).isEqualTo(65);
    assertThat(fleet.temperatureMax()[RUNNING]).isEqualTo(31);
    assertThat(fleet.reporting()[RUNNING]).isEqualTo(3);
    assertThat(fleet.power()[RUNNING - 1]).isNaN();
    assertThat(fleet.soc()[RUNNING - 1]).isNaN();
    assertThat(fleet.reporting()[RUNNING - 1]).isZero();
    assertThat(fleet.running()).isEqualTo(new FleetTrend.Point(NOW, 65, 600, 31, 3));
    assertThat(telemetry.trends.running(viewer, Map.of(2L, 1.0)))
        .isEqualTo(new FleetTrend.Point(NOW, 80, -400, 31, 1));
  }

  @Test
  void largeFleetIsAnsweredAtOnceAndCompletedInTheBackground() throws Exception {
    store(1, soc(NOW - SLOT, 50));
    Map<Long, Double> weights =
        LongStream.rangeClosed(1, 120).boxed().collect(Collectors.toMap(id -> id, id -> 1.0));
    assertThat(telemetry.trends.fleet(viewer, weights).complete()).isFalse();
    store(2, soc(NOW, 70));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    FleetTrend fleet = telemetry.trends.fleet(viewer, weights);
    while (!fleet.complete() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(20);
      fleet = telemetry.trends.fleet(viewer, weights);
    }
    assertThat(fleet.complete()).isTrue();
    assertThat(fleet.soc()[RUNNING - 1]).isEqualTo(50);
    assertThat(fleet.soc()[RUNNING]).isEqualTo(70);
  }

  @Test
  void showsNothingOfAnotherTenantOrOutOfScope() {
    store(1, soc(NOW, 50));
    store(2, soc(NOW, 60));
    Viewer some = new Viewer(client, "user:1", BatteryScope.only(Set.of(2L)));
    assertThatThrownBy(() -> telemetry.trends.of(some, 1)).isInstanceOf(NotFoundException.class);
    assertThat(telemetry.trends.of(some, List.of(1L, 2L))).containsOnlyKeys(2L);
    FleetTrend seen = telemetry.trends.fleet(some, Map.of(1L, 1.0, 2L, 1.0));
    assertThat(seen.reporting()[RUNNING]).isEqualTo(1);
    assertThat(seen.soc()[RUNNING]).isEqualTo(60);
    Viewer boreal = Viewer.system(installation.tenant("boreal"));
    assertThat(telemetry.trends.of(boreal, 1).soc()).containsOnly(Float.NaN);
    telemetry.ingest.store(boreal.tenant(), List.of(measured(1, soc(NOW, 7))));
    assertThat(telemetry.trends.of(viewer, 1).soc()[RUNNING]).isEqualTo(50);
  }

  @Test
  void answersWithoutWhatTheDatabaseCannotTell() {
    Viewer nobody = Viewer.system(new TenantId("nobody"));
    Trend trend = telemetry.trends.of(nobody, 1);
    assertThat(trend.complete()).isFalse();
    assertThat(trend.soc()).containsOnly(Float.NaN);
  }

  private static List<String> text(Trend trend) {
    return List.of(
        trend.fromMillis() + " " + trend.complete(),
        Arrays.toString(trend.soc()),
        Arrays.toString(trend.power()),
        Arrays.toString(trend.temperatureMax()));
  }

  private static int known(Trend trend) {
    int known = 0;
    for (float soc : trend.soc()) {
      known += Float.isNaN(soc) ? 0 : 1;
    }
    return known;
  }

  private static SettableClock fixed(long millis) {
    return new SettableClock(Instant.ofEpochMilli(millis));
  }

  private static Sample sample(long ts, Random random) {
    return watts(
        ts, random.nextGaussian() * 1e4, random.nextDouble() * 100, random.nextDouble() * 60);
  }

  private static Sample watts(long ts, double power, double soc, double temperature) {
    return new Sample.Builder(ts)
        .put(Metric.POWER, power)
        .put(Metric.SOC, soc)
        .put(Metric.TEMPERATURE_MAX, temperature)
        .build();
  }

  private void store(long battery, Sample... samples) {
    List<Measured> measured =
        List.of(samples).stream().map(sample -> measured(battery, sample)).toList();
    assertThat(telemetry.ingest.store(client, measured).rejected()).isEmpty();
  }
}
