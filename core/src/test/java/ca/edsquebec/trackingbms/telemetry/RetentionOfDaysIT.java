package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.Telemetry.measured;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.tenant.RetentionPeriod;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Days in St. John's begin at half past two UTC in June: the hour from two on belongs to two days.
 * 36 A at 50 V, a sample each 5 s.
 */
class RetentionOfDaysIT {

  private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");
  private static final LocalDate FIRST = LocalDate.parse("2026-06-10");
  private static final LocalDate LAST = FIRST.plusDays(3);

  /** All was late by then, and nothing is a month old. */
  private static final long SOON = Instant.parse("2026-06-20T00:00:00Z").toEpochMilli();

  /** A month and some hours after the second day. */
  private static final long LATER = Instant.parse("2026-07-12T10:00:00Z").toEpochMilli();

  private TestInstallation installation;
  private Telemetry telemetry;
  private TenantId acme;
  private Battery battery;

  @BeforeEach
  void start() {
    installation = new TestInstallation();
    telemetry = new Telemetry(installation.databases(), Telemetry.at(SOON));
    acme = installation.tenant("acme");
    installation.databases().retentionPeriods().set(acme, RetentionPeriod.parse("P1M"));
    battery =
        telemetry.fleet.add(
            Actor.SYSTEM,
            acme,
            NewBattery.builder("B-1", "Essai", "Lieu", "foxbms")
                .zone(ST_JOHNS)
                .commissionedAt(Instant.parse("2026-02-01T00:00:00Z"))
                .build());
    chargeSteadily();
  }

  @AfterEach
  void stop() {
    telemetry.close();
    installation.close();
  }

  @Test
  void showsHoursDaysAndMonthsAsBefore() {
    rollUp(LATER);
    List<RollupSeries> before = all();
    assertThat(apply().hours()).isEqualTo(56);
    List<RollupSeries> after = all();
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i)).usingRecursiveComparison().isEqualTo(before.get(i));
    }
    assertThat(before.get(1).throughput().chargeIn()[1]).isEqualTo(36.0 * 24);
    assertThat(telemetry.history.samples(viewer(), battery.id(), range(FIRST, LAST), 100_000))
        .allMatch(sample -> sample.ts() >= Instant.parse("2026-06-12T10:00:00Z").toEpochMilli());
  }

  @Test
  void countsDaysThatNobodyHadCountedBeforeTheirSamplesGo() {
    apply();
    assertThat(days().throughput().chargeIn())
        .containsExactly(36.0 * 24 - 0.05, 36.0 * 24, 36.0 * 24);
  }

  @Test
  void countsDaysWhereAMoveInHindsightPutThemBeforeTheirSamplesGo() {
    rollUp(SOON);
    telemetry.fleet.addPlace(Actor.SYSTEM, acme, "Katmandou", ZoneId.of("Asia/Kathmandu"));
    telemetry.fleet.move(
        Actor.SYSTEM, acme, "B-1", "Katmandou", Instant.parse("2026-06-01T00:00:00Z"));
    apply();
    RollupSeries days =
        telemetry.history.rollups(viewer(), battery, Level.DAY, range(FIRST, LAST), List.of());
    assertThat(days.ranges().get(1).fromMillis())
        .isEqualTo(Instant.parse("2026-06-10T18:15:00Z").toEpochMilli());
    assertThat(days.throughput().chargeIn()[1]).isEqualTo(36.0 * 24);
  }

  /** The day of the twelfth: its first hour is gone, its others are there. */
  @Test
  void keepsADayWhoseEdgeIsGoneAsItWasCounted() {
    apply();
    RollupSeries before = days();
    Instant late = Instant.parse("2026-06-12T15:00:00.001Z");
    store(List.of(charging(late.toEpochMilli())));
    assertThat(days().throughput().chargeIn()).isEqualTo(before.throughput().chargeIn());
    rollUp(LATER);
    assertThat(days()).usingRecursiveComparison().isEqualTo(before);
    assertThat(telemetry.number(acme, "SELECT COUNT(*) FROM %s.rollup_pending")).isZero();
  }

  @Test
  void keepsADayWhoseEdgeHasOnlyWhatCameTooLate() {
    apply();
    RollupSeries before = days();
    for (String late : List.of("2026-06-12T02:10:00.001Z", "2026-06-12T15:00:00.001Z")) {
      store(List.of(charging(Instant.parse(late).toEpochMilli())));
      rollUp(LATER);
    }
    assertThat(days()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void countsADayWithAllItsSamplesAnew() {
    apply();
    // The thirteenth begins at half past two, when all hours are still there.
    Instant late = Instant.parse("2026-06-12T02:40:00.001Z").plus(Duration.ofDays(1));
    store(List.of(Telemetry.soc(late.toEpochMilli(), 42)));
    rollUp(LATER);
    RollupSeries days =
        telemetry.history.rollups(
            viewer(), battery, Level.DAY, range(LAST, LAST.plusDays(1)), List.of(Metric.SOC));
    assertThat(days.means().get(Metric.SOC).last()).containsExactly(42);
  }

  private void chargeSteadily() {
    List<Sample> samples = new ArrayList<>();
    TimeRange range = range(FIRST, LAST);
    for (long ts = range.fromMillis(); ts < range.toMillis(); ts += 5_000) {
      samples.add(charging(ts));
    }
    store(samples);
  }

  private static Sample charging(long ts) {
    return new Sample.Builder(ts).put(Metric.CURRENT, 36).put(Metric.PACK_VOLTAGE, 50).build();
  }

  private void store(List<Sample> samples) {
    for (int first = 0; first < samples.size(); first += 10_000) {
      List<Measured> some =
          samples.subList(first, Math.min(samples.size(), first + 10_000)).stream()
              .map(sample -> measured(battery.id(), sample))
              .toList();
      assertThat(telemetry.ingest.backfill(acme, some).accepted()).isEqualTo(some.size());
    }
  }

  private void rollUp(long nowMillis) {
    assertThat(telemetry.sealing(nowMillis).seal(acme).orElseThrow().left()).isEmpty();
    assertThat(telemetry.rollups(nowMillis).update(acme)).isPresent();
  }

  private Expired apply() {
    return telemetry.retention(LATER).apply(acme).orElseThrow();
  }

  private RollupSeries days() {
    return all().get(1);
  }

  private List<RollupSeries> all() {
    List<RollupSeries> all = new ArrayList<>();
    for (Level level : List.of(Level.HOUR, Level.DAY, Level.MONTH)) {
      all.add(
          telemetry.history.rollups(
              viewer(), battery, level, range(FIRST, LAST), List.of(Metric.CURRENT)));
    }
    return all;
  }

  private Viewer viewer() {
    return Viewer.system(acme);
  }

  private static TimeRange range(LocalDate from, LocalDate to) {
    return new TimeRange(start(from), start(to));
  }

  private static long start(LocalDate day) {
    return day.atStartOfDay(ST_JOHNS).toInstant().toEpochMilli();
  }
}
