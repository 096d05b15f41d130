package ca.edsquebec.trackingbms.jobs.simulate.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Derived;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Bms1Test {

  private static final long START = 1_760_000_000_000L;
  private static final long DAY = 86_400_000L;

  private static Stream<Sample> day(int battery, long stepMillis) {
    return LongStream.iterate(START, ts -> ts < START + DAY, ts -> ts + stepMillis)
        .mapToObj(ts -> Bms1.sample(battery, ts));
  }

  @Test
  void sameBatteryAtTheSameTimeSaysTheSame() {
    assertThat(Bms1.sample(7, START)).isEqualTo(Bms1.sample(7, START));
  }

  @Test
  void whatIsSaidIsTheSameAsEver() {
    assertThat(Bms1.sample(0, START).toString())
        .as("with another load, measurements can't be compared with older ones")
        .isEqualTo(
            "Sample[ts=1760000000000 packVoltage=53.391 current=14.687 power=784.2 "
                + "soc=73.34 soh=99.96 cellVoltageMin=3.328 cellVoltageMax=3.344 "
                + "cellVoltageAvg=3.337 temperatureMin=25.4 temperatureMax=25.9 "
                + "cells=[3.344, 3.336, 3.338, 3.343, 3.335, 3.332, 3.343, 3.338, 3.33, "
                + "3.328, 3.335, 3.344, 3.337, 3.338, 3.339, 3.331] temperatures=[25.9, "
                + "25.4, 25.7, 25.6] state=CHARGING alarms=[]]");
  }

  @Test
  void batteriesDiffer() {
    assertThat(Stream.iterate(0, i -> i + 1).limit(1000).map(i -> Bms1.sample(i, START)))
        .doesNotHaveDuplicates();
  }

  @Test
  void extremesMeanAndPowerFollowFromTheRest() {
    assertThat(day(3, 61_000))
        .allSatisfy(
            sample -> {
              Sample derived = Derived.complete(bare(sample));
              assertSame(sample, derived, Metric.CELL_VOLTAGE_MIN, 0);
              assertSame(sample, derived, Metric.CELL_VOLTAGE_MAX, 0);
              assertSame(sample, derived, Metric.CELL_VOLTAGE_AVG, 0.001);
              assertSame(sample, derived, Metric.TEMPERATURE_MIN, 0);
              assertSame(sample, derived, Metric.TEMPERATURE_MAX, 0);
              assertSame(sample, derived, Metric.POWER, 0.1);
              assertThat(Arrays.stream(sample.cellVoltages()).sum())
                  .isCloseTo(sample.value(Metric.PACK_VOLTAGE), within(1e-9));
            });
  }

  private static Sample bare(Sample sample) {
    Sample.Builder bare = new Sample.Builder(sample.ts());
    bare.put(Metric.PACK_VOLTAGE, sample.value(Metric.PACK_VOLTAGE));
    bare.put(Metric.CURRENT, sample.value(Metric.CURRENT));
    return bare.cellVoltages(sample.cellVoltages()).temperatures(sample.temperatures()).build();
  }

  /** But for the rounding of a half, either way. */
  private static void assertSame(Sample said, Sample derived, Metric metric, double step) {
    assertThat(said.value(metric))
        .as(metric.jsonName())
        .isCloseTo(derived.value(metric), within(step + 1e-9));
  }

  @Test
  void currentIsPositiveWhileTheChargeGrows() {
    Sample[] minutes = day(5, 60_000).toArray(Sample[]::new);
    for (int i = 1; i < minutes.length; i++) {
      double growth = minutes[i].value(Metric.SOC) - minutes[i - 1].value(Metric.SOC);
      boolean turns = Math.abs(minutes[i].value(Metric.SOC) - 52.5) > 32;
      if (!turns) {
        assertThat(minutes[i].value(Metric.CURRENT) * growth).isPositive();
        assertThat(minutes[i].state().orElseThrow())
            .isEqualTo(growth > 0 ? BatteryState.CHARGING : BatteryState.DISCHARGING);
      }
    }
  }

  @Test
  void chargeGoesFrom20To85PercentWithinADay() {
    double[] soc = day(9, 5_000).mapToDouble(sample -> sample.value(Metric.SOC)).toArray();
    assertThat(Arrays.stream(soc).min().orElseThrow()).isBetween(20.0, 20.1);
    assertThat(Arrays.stream(soc).max().orElseThrow()).isBetween(84.9, 85.0);
  }

  @Test
  void noiseIsThatOfTheDefinition() {
    double cells = 0;
    double sensors = 0;
    int samples = 20_000;
    Reading reading = new Reading();
    Reading calm = new Reading();
    for (int i = 0; i < samples; i++) {
      Bms1.read(2, START + i, reading);
      Bms1.read(2, START + i + 1, calm);
      for (int cell = 0; cell < Bms1.CELLS; cell++) {
        cells += reading.cells[cell] == calm.cells[cell] ? 1 : 0;
      }
      for (int sensor = 0; sensor < Bms1.SENSORS; sensor++) {
        sensors += reading.temperatures[sensor] == calm.temperatures[sensor] ? 1 : 0;
      }
    }
    // Two are alike when both are still, or both go the same way.
    assertThat(cells / samples / Bms1.CELLS).isBetween(0.44, 0.48);
    assertThat(sensors / samples / Bms1.SENSORS).isBetween(0.86, 0.90);
  }
}
