package ca.edsquebec.trackingbms.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DerivedTest {

  @Test
  void cellsGiveExtremesMeanAndSpread() {
    Sample sample =
        Derived.complete(new Sample.Builder(0).cellVoltages(3.281, Double.NaN, 3.3, 3.29).build());
    assertThat(sample.value(Metric.CELL_VOLTAGE_MIN)).isEqualTo(3.281);
    assertThat(sample.value(Metric.CELL_VOLTAGE_MAX)).isEqualTo(3.3);
    assertThat(sample.value(Metric.CELL_VOLTAGE_AVG)).isEqualTo(3.29);
    assertThat(sample.value(Metric.CELL_VOLTAGE_DELTA)).isEqualTo(0.019);
  }

  @Test
  void sensorsGiveExtremesAndMean() {
    Sample sample =
        Derived.complete(new Sample.Builder(0).temperatures(21.1, -3, Double.NaN).build());
    assertThat(sample.value(Metric.TEMPERATURE_MIN)).isEqualTo(-3);
    assertThat(sample.value(Metric.TEMPERATURE_MAX)).isEqualTo(21.1);
    assertThat(sample.value(Metric.TEMPERATURE_AVG)).isEqualTo(9.05);
  }

  @Test
  void powerIsVoltageTimesCurrent() {
    Sample sample =
        Derived.complete(
            new Sample.Builder(0)
                .put(Metric.PACK_VOLTAGE, 52.31)
                .put(Metric.CURRENT, -74.2)
                .build());
    assertThat(sample.value(Metric.POWER)).isEqualTo(-3881.4);
  }

  @Test
  void deviceHasTheLastWord() {
    Sample sample =
        Derived.complete(
            new Sample.Builder(0)
                .cellVoltages(3.2, 3.3)
                .put(Metric.CELL_VOLTAGE_MAX, 3.4)
                .put(Metric.PACK_VOLTAGE, 50)
                .put(Metric.CURRENT, 2)
                .put(Metric.POWER, 99)
                .build());
    assertThat(sample.value(Metric.CELL_VOLTAGE_MAX)).isEqualTo(3.4);
    assertThat(sample.value(Metric.CELL_VOLTAGE_DELTA)).isEqualTo(0.2);
    assertThat(sample.value(Metric.POWER)).isEqualTo(99);
  }

  @Test
  void nothingFollowsFromNothing() {
    Sample nothing = new Sample.Builder(7).build();
    assertThat(Derived.complete(nothing)).isEqualTo(nothing);
  }
}
