package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.Telemetry.NOW;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.measured;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.seconds;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.soc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.fleet.BatteryType;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.measure.Derived;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HistoryIT {

  private static final TimeRange DAY =
      new TimeRange(NOW - Duration.ofDays(1).toMillis() + 1, NOW + 1);

  private static TestInstallation installation;
  private static Telemetry telemetry;
  private static Viewer viewer;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    telemetry = new Telemetry(installation.databases());
    viewer = Viewer.system(installation.tenant("acme"));
    // A day, five seconds apart.
    store(seconds(1, 17_280).stream().map(m -> spread(m, 5)).toList());
  }

  @AfterAll
  static void stop() {
    telemetry.close();
    installation.close();
  }

  @Test
  void readsADayInOrder() {
    Series series = telemetry.history.raw(viewer, 1, DAY, List.of(Metric.SOC), 100_000);
    assertThat(series.t()).hasSize(17_280).isSorted();
    assertThat(series.t()[17_279]).isEqualTo(NOW);
    assertThat(series.columns()).containsOnlyKeys(Metric.SOC);
    assertThat(series.columns().get(Metric.SOC)).hasSize(17_280).startsWith(0, 1, 2);
  }

  @Test
  void goesOnWhereAFullAnswerEnded() {
    List<Long> times = new ArrayList<>();
    TimeRange rest = DAY;
    Series part;
    do {
      part = telemetry.history.raw(viewer, 1, rest, List.of(Metric.SOC), 5_000);
      for (long t : part.t()) {
        times.add(t);
      }
      rest = new TimeRange(times.get(times.size() - 1) + 1, DAY.toMillis());
    } while (part.t().length == 5_000);
    assertThat(times).hasSize(17_280).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void takesTheStartAndLeavesTheEndOfTheRange() {
    Series series =
        telemetry.history.raw(
            viewer, 1, new TimeRange(NOW - 10_000, NOW), List.of(Metric.SOC), 100);
    assertThat(series.t()).containsExactly(NOW - 10_000, NOW - 5_000);
  }

  @Test
  void marksWhatASampleLacks() {
    store(
        List.of(
            measured(2, soc(NOW - 2, 40)),
            measured(2, new Sample.Builder(NOW - 1).put(Metric.CURRENT, -7.5).build())));
    Series series = telemetry.history.raw(viewer, 2, DAY, List.of(Metric.CURRENT, Metric.SOC), 10);
    assertThat(series.columns().get(Metric.SOC)).containsExactly(40, Double.NaN);
    assertThat(series.columns().get(Metric.CURRENT)).containsExactly(Double.NaN, -7.5);
  }

  @Test
  void readsEveryMetricWhereverItIsStored() {
    Sample.Builder builder = new Sample.Builder(NOW);
    for (Metric metric : Metric.values()) {
      builder.put(metric, 1 + metric.ordinal());
    }
    Sample other = new RandomSamples(5).at(NOW - 1).toBuilder().put(Metric.SOC, 5).build();
    store(List.of(measured(3, builder.build()), measured(3, other)));
    Series series = telemetry.history.raw(viewer, 3, DAY, List.of(Metric.values()), 10);
    for (Metric metric : Metric.values()) {
      assertThat(series.columns().get(metric))
          .as(metric.jsonName())
          .containsExactly(Derived.complete(other).value(metric), 1 + metric.ordinal());
    }
  }

  @Test
  void readsTheDeltaOfCells() {
    Sample.Builder extremes =
        new Sample.Builder(NOW).put(Metric.CELL_VOLTAGE_MIN, 3.2).put(Metric.CELL_VOLTAGE_MAX, 3.3);
    store(List.of(measured(4, extremes.put(Metric.CELL_VOLTAGE_DELTA, 0.1).build())));
    Series series = telemetry.history.raw(viewer, 4, DAY, List.of(Metric.CELL_VOLTAGE_DELTA), 10);
    assertThat(series.columns().get(Metric.CELL_VOLTAGE_DELTA)).containsExactly(0.1);
  }

  @Test
  void readsCellsOfSamplesThatHaveSome() {
    store(
        List.of(
            measured(5, new Sample.Builder(NOW - 3).cellVoltages(3.2, Double.NaN, 3.3).build()),
            measured(5, soc(NOW - 2, 1)),
            measured(5, new Sample.Builder(NOW - 1).cellVoltages(3.4).build())));
    CellSeries cells = telemetry.history.cells(viewer, 5, DAY, 10);
    assertThat(cells.t()).containsExactly(NOW - 3, NOW - 1);
    assertThat(cells.size()).isEqualTo(2);
    assertThat(cells.volts(0)).containsExactly(3.2, Double.NaN, 3.3);
    assertThat(cells.volts(1)).containsExactly(3.4);
  }

  @Test
  void thinsCellsWithoutLosingAnExtreme() {
    List<Measured> samples = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      double low = i == 700 ? 2.9 : 3.2;
      double high = i == 1_300 ? 3.6 : 3.3;
      samples.add(
          measured(
              8, new Sample.Builder(NOW - 5_000L * (2_000 - i)).cellVoltages(low, high).build()));
    }
    store(samples);
    CellSeries all = telemetry.history.cells(viewer, 8, DAY, 5_000);
    CellSeries thinned = all.thinned(100);
    assertThat(thinned.size()).isBetween(3, 100);
    assertThat(thinned.t()).contains(all.t()[0], all.t()[700], all.t()[1_300], all.t()[1_999]);
    for (int row = 0; row < thinned.size(); row++) {
      int before = Arrays.binarySearch(all.t(), thinned.t()[row]);
      assertThat(thinned.volts(row)).containsExactly(all.volts(before));
    }
    assertThat(all.thinned(2_000)).isSameAs(all);
  }

  @Test
  void knowsNoBatteryOutOfScope() {
    Viewer other = new Viewer(viewer.tenant(), "user:9", BatteryScope.only(Set.of(2L)));
    List<Metric> soc = List.of(Metric.SOC);
    assertThatThrownBy(() -> telemetry.history.raw(other, 1, DAY, soc, 10))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> telemetry.history.cells(other, 1, DAY, 10))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> telemetry.history.samples(other, 1, DAY, 10))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void showsNothingOfAnotherTenant() {
    Viewer boreal = Viewer.system(installation.tenant("boreal"));
    assertThat(telemetry.history.raw(boreal, 1, DAY, List.of(Metric.SOC), 10).t()).isEmpty();
    assertThat(telemetry.history.samples(boreal, 1, DAY, 10)).isEmpty();
  }

  @Test
  void thinsADayAndTellsItsGaps() {
    Battery battery = battery(6);
    List<Measured> day = seconds(6, 17_280).stream().map(m -> spread(m, 5)).toList();
    store(day.stream().filter(m -> m.sample().ts() < NOW - 600_000 || isLate(m)).toList());
    Thinned thinned = telemetry.history.thinned(viewer, battery, DAY, List.of(Metric.SOC), 500);
    assertThat(thinned.measured()).hasSize(17_280 - 100);
    assertThat(thinned.series().t()).hasSizeBetween(250, 500);
    assertThat(thinned.series().columns().get(Metric.SOC)).contains(0, 99);
    assertThat(thinned.gaps()).containsExactly(new TimeRange(NOW - 605_000, NOW - 100_000));
  }

  private static boolean isLate(Measured measured) {
    return measured.sample().ts() >= NOW - 100_000;
  }

  @Test
  void thinsNothingOutOfScope() {
    Viewer other = new Viewer(viewer.tenant(), "user:9", BatteryScope.only(Set.of(2L)));
    assertThatThrownBy(
            () -> telemetry.history.thinned(other, battery(1), DAY, List.of(Metric.SOC), 100))
        .isInstanceOf(NotFoundException.class);
    Viewer boreal = Viewer.system(installation.tenant("boreal"));
    assertThat(
            telemetry.history.thinned(boreal, battery(1), DAY, List.of(Metric.SOC), 100).measured())
        .isEmpty();
  }

  private static Battery battery(long id) {
    return new Battery(
        id,
        "uid",
        "B-" + id,
        "B",
        new BatteryType(1, "t", "T"),
        new Place(1, "p", "P", ZoneOffset.UTC),
        Chemistry.LFP,
        16,
        100,
        50,
        "",
        "foxbms",
        Map.of(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        BatteryStatus.IN_SERVICE,
        Instant.EPOCH,
        Optional.empty());
  }

  @Test
  void readsAllOfTimeAtOnce() {
    TimeRange ever = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);
    assertThat(telemetry.history.raw(viewer, 1, ever, List.of(Metric.SOC), 100_000).t())
        .hasSize(17_280);
  }

  @Test
  void refusesMoreNumbersThanFitIntoMemory() {
    List<Metric> all = List.of(Metric.values());
    List<Measured> dense = new ArrayList<>(seconds(7, 81_000));
    for (int first = 0; first < dense.size(); first += 9_000) {
      store(dense.subList(first, first + 9_000));
    }
    assertThatThrownBy(() -> telemetry.history.raw(viewer, 7, DAY, all, 100_000))
        .isInstanceOfSatisfying(
            InvalidException.class,
            e -> {
              assertThat(e.field()).isEqualTo("to");
              assertThat(e).hasMessageContaining("2000000 numbers");
            });
    assertThat(telemetry.history.raw(viewer, 7, DAY, all.subList(0, 9), 100_000).t())
        .hasSize(81_000);
  }

  private static Measured spread(Measured given, int factor) {
    long ts = NOW - factor * (NOW - given.sample().ts());
    return measured(given.batteryId(), soc(ts, given.sample().value(Metric.SOC)));
  }

  private static void store(List<Measured> samples) {
    Receipt receipt = telemetry.ingest.store(viewer.tenant(), samples);
    assertThat(receipt.accepted()).isEqualTo(samples.size());
  }
}
