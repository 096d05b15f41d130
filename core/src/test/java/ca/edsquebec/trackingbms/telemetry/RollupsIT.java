package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.Telemetry.measured;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RollupsIT {

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
  private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");
  private static final ZoneId REGINA = ZoneId.of("America/Regina");
  private static final LocalDate SPRING = LocalDate.parse("2026-03-08");
  private static final LocalDate AUTUMN = LocalDate.parse("2026-11-01");

  /** Long behind both. */
  private static final Instant LATER = Instant.parse("2026-12-20T00:00:00Z");

  private TestInstallation installation;
  private Telemetry telemetry;
  private TenantId acme;
  private Viewer viewer;

  @BeforeEach
  void start() {
    installation = new TestInstallation();
    Clock clock = Clock.fixed(LATER, ZoneOffset.UTC);
    telemetry = new Telemetry(installation.databases(), clock);
    acme = installation.tenant("acme");
    viewer = Viewer.system(acme);
  }

  @AfterEach
  void stop() {
    telemetry.close();
    installation.close();
  }

  static Stream<Arguments> daysOfChange() {
    return Stream.of(
        Arguments.of(TORONTO, SPRING, 23),
        Arguments.of(TORONTO, AUTUMN, 25),
        Arguments.of(ST_JOHNS, SPRING, 23),
        Arguments.of(ST_JOHNS, AUTUMN, 25),
        Arguments.of(REGINA, SPRING, 24),
        Arguments.of(REGINA, AUTUMN, 24));
  }

  /** 36 A at 50 V, a sample each 5 s: each brings 0.05 Ah and 2.5 Wh. */
  @ParameterizedTest
  @MethodSource("daysOfChange")
  void countsADayOnWhichClocksAreChanged(ZoneId zone, LocalDate day, int hours) {
    Battery battery = battery("B-1", zone);
    chargeSteadily(battery, day.minusDays(1), day.plusDays(2), zone);
    rollUp();
    RollupSeries days = days(battery, day.minusDays(1), day.plusDays(2), zone);
    assertThat(days.ranges())
        .containsExactly(
            range(day.minusDays(1), zone), range(day, zone), range(day.plusDays(1), zone));
    assertThat(days.ranges().get(1).length()).isEqualTo(Duration.ofHours(hours));
    assertThat(days.throughput().chargeIn()[1]).isEqualTo(36.0 * hours);
    assertThat(days.throughput().chargeIn()[2]).isEqualTo(36.0 * 24);
    assertThat(days.throughput().energyIn()[1]).isEqualTo(1800.0 * hours);
    assertThat(days.throughput().chargeOut()).containsOnly(0);
    assertThat(days.coverage()).containsOnly(1);
    assertThat(days.provisional()).containsOnly(false);
  }

  @Test
  void countsTheHourThatComesTwiceInItsDayBothTimes() {
    Battery battery = battery("B-1", TORONTO);
    Instant first = Instant.parse("2026-11-01T05:30:00Z");
    store(battery, List.of(soc(first, 10), soc(first.plus(Duration.ofHours(1)), 90)));
    rollUp();
    RollupSeries days = days(battery, AUTUMN, AUTUMN.plusDays(1), TORONTO);
    assertThat(days.ranges()).containsExactly(range(AUTUMN, TORONTO));
    RollupSeries.Means soc = days.means().get(Metric.SOC);
    assertThat(soc.mean()).containsExactly(50);
    assertThat(soc.min()).containsExactly(10);
    assertThat(soc.max()).containsExactly(90);
    assertThat(soc.last()).containsExactly(90);
  }

  @Test
  void addsDaysUpToMonths() {
    Battery battery = battery("B-1", ST_JOHNS);
    LocalDate last = LocalDate.parse("2026-10-31");
    chargeSteadily(battery, last, AUTUMN.plusDays(1), ST_JOHNS);
    rollUp();
    RollupSeries months = series(battery, Level.MONTH, last, AUTUMN.plusDays(1), ST_JOHNS);
    assertThat(months.ranges()).hasSize(2);
    assertThat(months.ranges().get(1))
        .isEqualTo(
            new TimeRange(start(AUTUMN, ST_JOHNS), start(LocalDate.parse("2026-12-01"), ST_JOHNS)));
    assertThat(months.throughput().chargeIn()[0]).isEqualTo(36.0 * 24 - 0.05);
    assertThat(months.throughput().chargeIn()[1]).isEqualTo(36.0 * 25);
  }

  @Test
  void makesTheDaysThatLateDataTouchesAnewAndNoOther() {
    Battery battery = battery("B-1", ST_JOHNS);
    chargeSteadily(battery, SPRING, SPRING.plusDays(3), ST_JOHNS);
    rollUp();
    telemetry.change(acme, "UPDATE %s.rollup_day SET computed_at = 1");
    // Half past two UTC is the last half hour of the day in St. John's, in summer.
    Instant late = Instant.parse("2026-03-10T02:10:00.001Z");
    store(battery, List.of(soc(late, 42)));
    rollUp();
    assertThat(number("SELECT COUNT(*) FROM %s.rollup_day WHERE computed_at = 1")).isEqualTo(1);
    RollupSeries days = days(battery, SPRING, SPRING.plusDays(3), ST_JOHNS);
    assertThat(days.means().get(Metric.SOC).last()).containsExactly(Double.NaN, 42, Double.NaN);
    assertThat(days.throughput().chargeIn()[1]).isEqualTo(36.0 * 24);
  }

  @Test
  void isProvisionalUntilItsLastHourIsClosed() {
    Battery battery = battery("B-1", TORONTO);
    store(battery, List.of(soc(Instant.parse("2026-03-08T15:00:00Z"), 10)));
    rollUp("2026-03-08T17:00:00Z");
    assertThat(number("SELECT MAX(final) FROM %s.rollup_day")).isZero();
    assertThat(number("SELECT MAX(final) FROM %s.rollup_month")).isZero();
    rollUp("2026-03-09T04:04:59Z");
    assertThat(number("SELECT MAX(final) FROM %s.rollup_day")).isZero();
    rollUp("2026-03-09T04:05:00Z");
    assertThat(number("SELECT MIN(final) FROM %s.rollup_day")).isEqualTo(1);
    assertThat(number("SELECT MAX(final) FROM %s.rollup_month")).isZero();
    rollUp("2026-04-01T04:05:00Z");
    assertThat(number("SELECT MIN(final) FROM %s.rollup_month")).isEqualTo(1);
    assertThat(number("SELECT COUNT(*) FROM %s.rollup_pending")).isZero();
  }

  @Test
  void showsWhatIsNotSealedOrNotCountedYet() {
    Battery battery = battery("B-1", ST_JOHNS);
    chargeSteadily(battery, SPRING, SPRING.plusDays(2), ST_JOHNS);
    RollupSeries unsealed = days(battery, SPRING, SPRING.plusDays(2), ST_JOHNS);
    assertThat(unsealed.provisional()).containsOnly(true);
    telemetry.sealing(LATER.toEpochMilli()).seal(acme);
    RollupSeries sealed = days(battery, SPRING, SPRING.plusDays(2), ST_JOHNS);
    assertThat(sealed.provisional()).containsOnly(true);
    rollUp();
    RollupSeries counted = days(battery, SPRING, SPRING.plusDays(2), ST_JOHNS);
    for (RollupSeries early : List.of(unsealed, sealed)) {
      assertThat(early.ranges()).isEqualTo(counted.ranges());
      assertThat(early.throughput().chargeIn()).isEqualTo(counted.throughput().chargeIn());
      assertThat(early.throughput().energyIn()).isEqualTo(counted.throughput().energyIn());
      assertThat(early.coverage()).isEqualTo(counted.coverage());
    }
  }

  @Test
  void showsHoursWithWhatCameLate() {
    Battery battery = battery("B-1", REGINA);
    Instant hour = Instant.parse("2026-03-08T15:00:00Z");
    store(battery, List.of(soc(hour, 10), soc(hour.plusSeconds(3600), 20)));
    rollUp();
    store(battery, List.of(soc(hour.plusSeconds(60), 90)));
    RollupSeries hours = series(battery, Level.HOUR, SPRING, SPRING.plusDays(1), REGINA);
    assertThat(hours.means().get(Metric.SOC).mean()).containsExactly(50, 20);
    // The second begins with how the first ends, which is made anew by the next pass.
    assertThat(hours.provisional()).containsExactly(true, true);
    RollupSeries days = days(battery, SPRING, SPRING.plusDays(1), REGINA);
    assertThat(days.means().get(Metric.SOC).mean()).containsExactly(40);
  }

  @Test
  void countsTheDaysFromAMoveOnAnew() {
    Battery battery = battery("B-1", TORONTO);
    ZoneId vancouver = ZoneId.of("America/Vancouver");
    LocalDate day = LocalDate.parse("2026-06-01");
    chargeSteadily(battery, day, day.plusDays(5), TORONTO);
    rollUp();
    telemetry.change(acme, "UPDATE %s.rollup_day SET computed_at = 1");
    telemetry.fleet.addPlace(Actor.SYSTEM, acme, "Port de Vancouver", vancouver);
    Instant moved = day.plusDays(2).atTime(12, 0).atZone(TORONTO).toInstant();
    telemetry.fleet.move(Actor.SYSTEM, acme, "B-1", "Port de Vancouver", moved);
    rollUp();
    assertThat(number("SELECT COUNT(*) FROM %s.rollup_day WHERE computed_at = 1")).isEqualTo(2);
    RollupSeries days = days(battery, day, day.plusDays(5), TORONTO);
    assertThat(days.ranges())
        .containsExactly(
            range(day, TORONTO),
            range(day.plusDays(1), TORONTO),
            new TimeRange(start(day.plusDays(2), TORONTO), start(day.plusDays(3), vancouver)),
            range(day.plusDays(3), vancouver),
            range(day.plusDays(4), vancouver));
    assertThat(days.throughput().chargeIn()[2]).isEqualTo(36.0 * 27);
    assertThat(days.throughput().chargeIn()[4]).isEqualTo(36.0 * 21);
  }

  @Test
  void keepsTheMonthOfABatteryThatWasMovedAfterItsLastSample() {
    Battery battery = battery("B-1", TORONTO);
    store(battery, List.of(soc(Instant.parse("2026-06-02T15:00:00Z"), 10)));
    rollUp();
    telemetry.fleet.addPlace(
        Actor.SYSTEM, acme, "Port de Vancouver", ZoneId.of("America/Vancouver"));
    telemetry.fleet.move(
        Actor.SYSTEM, acme, "B-1", "Port de Vancouver", Instant.parse("2026-06-20T15:00:00Z"));
    rollUp();
    LocalDate first = LocalDate.parse("2026-06-01");
    RollupSeries months = series(battery, Level.MONTH, first, first.plusDays(30), TORONTO);
    assertThat(months.means().get(Metric.SOC).last()).containsExactly(10);
    assertThat(months.ranges().get(0).toMillis())
        .isEqualTo(start(first.plusMonths(1), ZoneId.of("America/Vancouver")));
    assertThat(number("SELECT COUNT(*) FROM %s.rollup_pending")).isZero();
  }

  @Test
  void endsWhenADayCanNotBeCutAnyMore() {
    Battery battery = battery("B-1", ST_JOHNS);
    chargeSteadily(battery, SPRING, SPRING.plusDays(1), ST_JOHNS);
    rollUp("2026-03-08T20:00:00Z");
    telemetry.change(acme, "DELETE FROM %s.sample_chunk");
    rollUp();
    assertThat(telemetry.rollups(LATER.toEpochMilli()).update(acme)).contains(0);
    assertThat(number("SELECT COUNT(*) FROM %s.rollup_pending")).isZero();
  }

  @Test
  void integratesLateSamplesWithWhatIsBehindThemWhileTheyAreRead() {
    Battery battery = hourly("B-1");
    Instant nine = Instant.parse("2026-03-08T15:00:00Z");
    store(battery, List.of(ten(nine), ten(nine.plusSeconds(7200))));
    rollUp();
    store(battery, List.of(ten(nine.plusSeconds(3600))));
    RollupSeries late = days(battery, SPRING, SPRING.plusDays(1), REGINA);
    assertThat(late.throughput().chargeIn()).containsExactly(20);
    RollupSeries hours = series(battery, Level.HOUR, SPRING, SPRING.plusDays(1), REGINA);
    assertThat(hours.throughput().chargeIn()).containsExactly(Double.NaN, 10, 10);
    rollUp();
    assertThat(days(battery, SPRING, SPRING.plusDays(1), REGINA).throughput().chargeIn())
        .containsExactly(20);
  }

  private Battery hourly(String code) {
    return telemetry.fleet.add(
        Actor.SYSTEM,
        acme,
        NewBattery.builder(code, "Essai", "Lieu", "foxbms")
            .zone(REGINA)
            .storagePeriod(Duration.ofHours(1))
            .commissionedAt(Instant.parse("2026-02-01T00:00:00Z"))
            .build());
  }

  private static Measured ten(Instant time) {
    return new Measured(
        0, 0, new Sample.Builder(time.toEpochMilli()).put(Metric.CURRENT, 10).build());
  }

  @Test
  void makesHoursAnewFromTheirChunks() {
    Battery battery = battery("B-1", REGINA);
    chargeSteadily(battery, SPRING, SPRING.plusDays(1), REGINA);
    rollUp();
    RollupSeries before = days(battery, SPRING, SPRING.plusDays(1), REGINA);
    telemetry.change(acme, "UPDATE %s.rollup_hour SET charge_in = 1, samples = 3");
    telemetry.change(
        acme, "UPDATE %s.rollup_hour SET stats = x'01' WHERE t0 = " + start(SPRING, REGINA));
    Rollups rollups = telemetry.rollups(LATER.toEpochMilli());
    TimeRange day = range(SPRING, REGINA);
    assertThat(rollups.recount(acme, List.of(battery.id()), day)).contains(24);
    assertThat(rollups.recount(acme, List.of(battery.id()), day)).contains(0);
    assertThat(rollups.update(acme)).isPresent();
    RollupSeries again = days(battery, SPRING, SPRING.plusDays(1), REGINA);
    assertThat(again.throughput().chargeIn()).isEqualTo(before.throughput().chargeIn());
    assertThat(number("SELECT SUM(samples) FROM %s.rollup_day")).isEqualTo(17_280);
  }

  private Battery battery(String code, ZoneId zone) {
    return telemetry.fleet.add(
        Actor.SYSTEM,
        acme,
        NewBattery.builder(code, "Essai", "Lieu", "foxbms")
            .zone(zone)
            .commissionedAt(Instant.parse("2026-02-01T00:00:00Z"))
            .build());
  }

  private void chargeSteadily(Battery battery, LocalDate from, LocalDate to, ZoneId zone) {
    List<Measured> samples = new ArrayList<>();
    for (long ts = start(from, zone); ts < start(to, zone); ts += 5_000) {
      samples.add(
          measured(
              battery.id(),
              new Sample.Builder(ts).put(Metric.CURRENT, 36).put(Metric.PACK_VOLTAGE, 50).build()));
    }
    store(battery, samples);
  }

  private void store(Battery battery, List<Measured> samples) {
    List<Measured> own =
        samples.stream().map(one -> new Measured(battery.id(), 0, one.sample())).toList();
    for (int first = 0; first < own.size(); first += 10_000) {
      List<Measured> some = own.subList(first, Math.min(own.size(), first + 10_000));
      assertThat(telemetry.ingest.backfill(acme, some).accepted()).isEqualTo(some.size());
    }
  }

  private static Measured soc(Instant time, double percent) {
    return new Measured(0, 0, Telemetry.soc(time.toEpochMilli(), percent));
  }

  private void rollUp() {
    rollUp(LATER.toString());
  }

  private void rollUp(String now) {
    long millis = Instant.parse(now).toEpochMilli();
    assertThat(telemetry.sealing(millis).seal(acme).orElseThrow().left()).isEmpty();
    assertThat(telemetry.rollups(millis).update(acme)).isPresent();
  }

  private RollupSeries days(Battery battery, LocalDate from, LocalDate to, ZoneId zone) {
    return series(battery, Level.DAY, from, to, zone);
  }

  private RollupSeries series(
      Battery battery, Level level, LocalDate from, LocalDate to, ZoneId zone) {
    TimeRange range = new TimeRange(start(from, zone), start(to, zone));
    return telemetry.history.rollups(viewer, battery, level, range, List.of(Metric.SOC));
  }

  private long number(String sql) {
    return telemetry.number(acme, sql);
  }

  private static TimeRange range(LocalDate day, ZoneId zone) {
    return new TimeRange(start(day, zone), start(day.plusDays(1), zone));
  }

  private static long start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
