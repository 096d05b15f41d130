package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.Telemetry.NOW;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.measured;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.soc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawColumnsIT {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long START = NOW - 100 * HOUR;
  private static final TimeRange RANGE = new TimeRange(START, NOW + HOUR);

  private static TestInstallation installation;
  private static Telemetry telemetry;
  private static TenantId acme;
  private static Viewer viewer;
  private static int batteries;

  private Battery battery;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    telemetry = new Telemetry(installation.databases());
    acme = installation.tenant("acme");
    viewer = Viewer.system(acme);
  }

  @BeforeEach
  void aBattery() {
    battery =
        telemetry.fleet.add(
            Actor.SYSTEM,
            acme,
            NewBattery.builder("B-" + ++batteries, "Essai", "Lieu", "foxbms")
                .commissionedAt(Instant.ofEpochMilli(START))
                .build());
  }

  @AfterAll
  static void stop() {
    telemetry.close();
    installation.close();
  }

  @Test
  void hasTheSameAsReadAtOnce() throws IOException {
    SealedSamples.store(telemetry.db, acme, battery.id(), START, 60);
    store(soc(NOW - 60_000, 10), soc(NOW, 20));
    List<Metric> metrics = List.of(Metric.SOC, Metric.CURRENT);
    Series all = telemetry.history.raw(viewer, battery.id(), RANGE, metrics, 1_000_000);
    RawColumns columns = telemetry.history.columns(viewer, battery, RANGE);
    assertThat(times(columns)).hasSize(60 * 720 + 2).containsExactly(all.t());
    assertThat(values(columns, Metric.CURRENT)).containsExactly(all.columns().get(Metric.CURRENT));
    assertThat(values(columns, Metric.SOC)).containsExactly(all.columns().get(Metric.SOC));
    Thinned thinned = telemetry.history.thinned(viewer, battery, RANGE, metrics, 100);
    assertThat(gaps(columns)).hasSize(2).isEqualTo(thinned.gaps());
    assertThat(columns.coverage())
        .isEqualTo(Coverage.of(all.t(), RANGE, battery.storagePeriod()))
        .isBetween(0.58, 0.6);
  }

  @Test
  void leavesOutWhatArrivesBetweenTwoColumns() throws IOException {
    store(soc(NOW - 3_000, 10), soc(NOW - 1_000, 30));
    RawColumns columns = telemetry.history.columns(viewer, battery, RANGE);
    assertThat(times(columns)).containsExactly(NOW - 3_000, NOW - 1_000);
    store(soc(NOW - 4_000, 1), soc(NOW - 2_000, 2), soc(NOW, 3));
    assertThat(values(columns, Metric.SOC)).containsExactly(10, 30);
  }

  @Test
  void hasNothingWhereASampleIsRemovedBetweenTwoColumns() throws IOException {
    SealedSamples.store(telemetry.db, acme, battery.id(), START, 3);
    RawColumns columns = telemetry.history.columns(viewer, battery, RANGE);
    assertThat(times(columns)).hasSize(3 * 720);
    telemetry.change(
        acme,
        "DELETE FROM %s.sample_chunk WHERE battery_id = "
            + battery.id()
            + " AND t0 = "
            + (START + HOUR));
    double[] values = values(columns, Metric.SOC);
    assertThat(values).hasSize(3 * 720);
    for (int i = 0; i < values.length; i++) {
      boolean removed = i / 720 == 1;
      assertThat(Double.isNaN(values[i])).as("row " + i).isEqualTo(removed);
    }
  }

  @Test
  void staysTheSameWhenAnHourIsSealedBetweenTwoColumns() throws IOException {
    store(soc(NOW - 2 * HOUR, 10), soc(NOW - 2 * HOUR + 1_000, 20), soc(NOW, 30));
    RawColumns columns = telemetry.history.columns(viewer, battery, RANGE);
    assertThat(times(columns)).hasSize(3);
    assertThat(telemetry.sealing(NOW).seal(acme).orElseThrow().hours()).isPositive();
    assertThat(values(columns, Metric.SOC)).containsExactly(10, 20, 30);
  }

  @Test
  void tellsDamagedHoursAndServesTheRest() throws IOException {
    SealedSamples.store(telemetry.db, acme, battery.id(), START, 3);
    telemetry.change(
        acme,
        "UPDATE %s.sample_chunk SET data = INSERT(data, 40, 1, CHAR(ORD(SUBSTRING(data, 40, 1)) ^ 1))"
            + " WHERE battery_id = "
            + battery.id()
            + " AND t0 = "
            + START);
    RawColumns columns = telemetry.history.columns(viewer, battery, RANGE);
    assertThat(times(columns)).hasSize(2 * 720);
    assertThat(values(columns, Metric.SOC)).hasSize(2 * 720).doesNotContain(Double.NaN);
    assertThat(columns.damaged()).containsExactly(new TimeRange(START, START + HOUR));
  }

  @Test
  void givesAMetricThatIsStoredByItsName() throws IOException {
    store(new Sample.Builder(NOW - 1).put(Metric.INSULATION, 250).build(), soc(NOW, 1));
    RawColumns columns = telemetry.history.columns(viewer, battery, RANGE);
    assertThat(times(columns)).hasSize(2);
    assertThat(values(columns, Metric.INSULATION)).containsExactly(250, Double.NaN);
  }

  @Test
  void isForTheBatteriesOfTheViewerAndOfNoOtherTenant() throws IOException {
    SealedSamples.store(telemetry.db, acme, battery.id(), START, 1);
    Viewer other = new Viewer(acme, "user:9", BatteryScope.only(Set.of(battery.id() + 1)));
    assertThatThrownBy(() -> telemetry.history.columns(other, battery, RANGE))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> telemetry.history.stamp(other, battery, Level.RAW, RANGE))
        .isInstanceOf(NotFoundException.class);
    Viewer boreal = Viewer.system(installation.tenant("boreal"));
    assertThat(times(telemetry.history.columns(boreal, battery, RANGE))).isEmpty();
  }

  @Test
  void refusesMoreThan400Days() {
    long day = 24 * HOUR;
    long earliest = battery.earliestSample().toEpochMilli();
    TimeRange longest = new TimeRange(0, earliest + 400 * day);
    assertThat(telemetry.history.columns(viewer, battery, longest)).isNotNull();
    TimeRange longer = new TimeRange(0, earliest + 400 * day + 1);
    assertThatThrownBy(() -> telemetry.history.columns(viewer, battery, longer))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("400 days");
  }

  private void store(Sample... samples) {
    List<Measured> given = new ArrayList<>();
    for (Sample sample : samples) {
      given.add(measured(battery.id(), sample));
    }
    assertThat(telemetry.ingest.store(acme, given).accepted()).isEqualTo(samples.length);
  }

  private static long[] times(RawColumns columns) throws IOException {
    List<Long> times = new ArrayList<>();
    columns.times(
        some -> {
          for (long t : some) {
            times.add(t);
          }
        });
    return times.stream().mapToLong(Long::longValue).toArray();
  }

  private static double[] values(RawColumns columns, Metric metric) throws IOException {
    List<Double> values = new ArrayList<>();
    columns.values(
        metric,
        some -> {
          for (double value : some) {
            values.add(value);
          }
        });
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<TimeRange> gaps(RawColumns columns) throws IOException {
    List<TimeRange> gaps = new ArrayList<>();
    columns.gaps(gaps::add);
    return gaps;
  }
}
