package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredSampleTest {

  private final List<String> names = new ArrayList<>();

  @Test
  void keepsEverythingAtTheResolutionOfTheStore() {
    RandomSamples samples = new RandomSamples(20_26);
    for (int i = 0; i < 5_000; i++) {
      Sample sample = samples.at(1_764_000_000_000L + i);
      assertThat(roundTrip(sample)).isEqualTo(sample);
    }
  }

  @Test
  void roundsWhatIsFiner() {
    Sample back =
        roundTrip(
            new Sample.Builder(1)
                .put(Metric.PACK_VOLTAGE, 52.3149)
                .put(Metric.CURRENT, -0.0004)
                .put(Metric.SOC, 62.446)
                .cellVoltages(3.28149)
                .temperatures(-24.66)
                .build());
    assertThat(back.value(Metric.PACK_VOLTAGE)).isEqualTo(52.315);
    assertThat(back.value(Metric.CURRENT)).isZero();
    assertThat(back.value(Metric.SOC)).isEqualTo(62.45);
    assertThat(back.cellVoltages()).containsExactly(3.281);
    assertThat(back.temperatures()).containsExactly(-24.7);
  }

  @Test
  void keepsNumbersWithoutAColumnExactly() {
    Sample sample =
        new Sample.Builder(1)
            .put(Metric.INSULATION, 1.0 / 3)
            .put(Metric.ENERGY_IN, 1e12)
            .extra("tiny", Double.MIN_VALUE)
            .extra("huge", -Double.MAX_VALUE)
            .extra("half", -0.5)
            .build();
    assertThat(roundTrip(sample)).isEqualTo(sample);
  }

  @Test
  void tellsADeltaThatIsAbsentFromOneThatIsTheDifference() {
    Sample.Builder extremes =
        new Sample.Builder(1).put(Metric.CELL_VOLTAGE_MIN, 3.2).put(Metric.CELL_VOLTAGE_MAX, 3.3);
    assertThat(roundTrip(extremes.build()).has(Metric.CELL_VOLTAGE_DELTA)).isFalse();
    extremes.put(Metric.CELL_VOLTAGE_DELTA, 0.1);
    assertThat(roundTrip(extremes.build()).value(Metric.CELL_VOLTAGE_DELTA)).isEqualTo(0.1);
    extremes.put(Metric.CELL_VOLTAGE_DELTA, 0.25);
    assertThat(roundTrip(extremes.build()).value(Metric.CELL_VOLTAGE_DELTA)).isEqualTo(0.25);
  }

  @Test
  void tellsNoAlarmFromNoAlarmsReported() {
    assertThat(roundTrip(new Sample.Builder(1).alarms(List.of()).build()).alarms())
        .contains(List.of());
    assertThat(roundTrip(new Sample.Builder(1).put(Metric.SOC, 1).build()).alarms()).isEmpty();
  }

  @Test
  void leavesOutWhatHasNoName() {
    Sample sample = new Sample.Builder(1).put(Metric.SOC, 50).extra("late", 1).build();
    Sample back = StoredSample.of(sample, 0, name -> null).toSample(id -> null);
    assertThat(back).isEqualTo(new Sample.Builder(1).put(Metric.SOC, 50).build());
  }

  @Test
  void everyColumnHoldsThePlausibleRangeOfItsMetric() {
    for (ScalarColumn column : ScalarColumn.values()) {
      for (double edge : new double[] {column.metric().min(), column.metric().max()}) {
        Sample sample = new Sample.Builder(1).put(column.metric(), edge).build();
        assertThat(column.decode(column.encode(sample))).as(column.name()).isEqualTo(edge);
      }
    }
    double[] widest = {Metric.CELL_MIN_V, Metric.CELL_MAX_V};
    assertThat(unpacked(widest, PackedShorts.MILLIVOLTS)).containsExactly(widest);
    double[] hottest = {Metric.TEMPERATURE_MIN_C, Metric.TEMPERATURE_MAX_C};
    assertThat(unpacked(hottest, PackedShorts.DECIDEGREES)).containsExactly(hottest);
  }

  @Test
  void storesLittleEndianNumbersWithAMarkForAbsence() {
    assertThat(PackedShorts.pack(new double[] {0.258, Double.NaN}, PackedShorts.MILLIVOLTS))
        .containsExactly(2, 1, 0, 0x80);
  }

  @Test
  void takesFewBytes() {
    StringBuilder sql = new StringBuilder();
    Sample sample =
        new Sample.Builder(1_764_000_000_000L)
            .put(Metric.CYCLES, 412)
            .put(Metric.TEMPERATURE_AVG, 24.6)
            .alarms(List.of())
            .build();
    StoredSample.of(sample, 0, this::id).appendTo(sql);
    // version, two numbers of key and value, flags, no alarms
    assertThat(sql.substring(sql.lastIndexOf("x'"))).hasSize(2 * (1 + 1 + 4 + 4 + 1 + 1) + 3);
  }

  private static double[] unpacked(double[] values, int steps) {
    return PackedShorts.unpack(PackedShorts.pack(values, steps), steps);
  }

  private Sample roundTrip(Sample sample) {
    return StoredSample.of(sample, 0, this::id).toSample(names::get);
  }

  private Integer id(String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name);
  }
}
