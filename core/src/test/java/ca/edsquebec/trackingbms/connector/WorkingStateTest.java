package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkingStateTest {

  private static final long SECOND = 1_000_000;
  private static final Alarm HOT =
      new Alarm(AlarmCode.CHARGE_OVERTEMPERATURE, AlarmLevel.WARNING, "hot");

  private final WorkingState state = new WorkingState();

  private void hear(long seconds, Reading... readings) {
    state.merge(seconds * SECOND, List.of(readings));
  }

  private Sample at(long seconds) {
    return state.snapshot(seconds * 1000);
  }

  @Test
  void mergesWhatComesInParts() {
    hear(1, new Reading.Scalar(Metric.PACK_VOLTAGE, 50));
    hear(2, new Reading.Cell(1, 3.3), new Reading.Temperature(0, 20));
    hear(3, new Reading.State(BatteryState.IDLE), new Reading.ChargeAllowed(true));
    hear(4, new Reading.Balancing(2, true), new Reading.Extra("busVoltage", 49));
    Sample sample = at(5);
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isEqualTo(50);
    assertThat(sample.cellVoltages()).containsExactly(Double.NaN, 3.3);
    assertThat(sample.value(Metric.CELL_VOLTAGE_MIN)).as("derived").isEqualTo(3.3);
    assertThat(sample.temperatures()).containsExactly(20);
    assertThat(sample.balancing()).containsExactly(false, false, true);
    assertThat(sample.state()).hasValue(BatteryState.IDLE);
    assertThat(sample.chargeAllowed()).hasValue(true);
    assertThat(sample.dischargeAllowed()).isEmpty();
    assertThat(sample.alarms()).as("not reported").isEmpty();
    assertThat(sample.extras()).containsEntry("busVoltage", 49.0);
  }

  @Test
  void namesThatAreNoLongerKnownMakeRoomForOthers() {
    for (int i = 0; i < WorkingState.MAX_EXTRAS; i++) {
      hear(0, new Reading.Extra("old" + i, i));
    }
    hear(30, new Reading.Extra("tooMany", 1));
    assertThat(state.dropped()).as("all others are still known").isEqualTo(1);
    assertThat(at(30).extras()).doesNotContainKey("tooMany");
    hear(61, new Reading.Extra("new", 1));
    assertThat(at(61).extras()).containsExactly(Map.entry("new", 1.0));
    assertThat(state.dropped()).isEqualTo(1);
  }

  @Test
  void forgetsWhatNobodyRepeatsForAMinute() {
    hear(0, new Reading.Scalar(Metric.SOC, 80), new Reading.Cell(0, 3.3));
    hear(0, new Reading.State(BatteryState.IDLE), new Reading.Extra("x", 1));
    hear(0, new Reading.Alarms("220", List.of(HOT)));
    hear(30, new Reading.Scalar(Metric.CURRENT, 1));
    assertThat(at(60).has(Metric.SOC)).isTrue();
    assertThat(at(60).alarms()).hasValue(List.of(HOT));
    Sample later = at(61);
    assertThat(later).isEqualTo(new Sample.Builder(61_000).put(Metric.CURRENT, 1).build());
    assertThat(at(91).isEmpty()).isTrue();
  }

  @Test
  void aFailingCellStaysInItsPlace() {
    hear(0, new Reading.Cell(0, 3.2), new Reading.Cell(1, 3.3));
    hear(1, new Reading.Cell(1, Double.NaN));
    assertThat(at(2).cellVoltages()).containsExactly(3.2, Double.NaN);
  }

  @Test
  void aSlotThatNeverHadAValueIsNoCell() {
    hear(0, new Reading.Cell(0, 3.2), new Reading.Cell(1, Double.NaN));
    assertThat(at(1).cellVoltages()).containsExactly(3.2);
  }

  @Test
  void anOlderReadingDoesNotReplaceANewerOne() {
    hear(5, new Reading.Scalar(Metric.SOC, 80), new Reading.State(BatteryState.IDLE));
    hear(4, new Reading.Scalar(Metric.SOC, 70), new Reading.State(BatteryState.FAULT));
    hear(5, new Reading.Extra("x", Double.NaN));
    hear(4, new Reading.Extra("x", 1));
    assertThat(at(6).value(Metric.SOC)).isEqualTo(80);
    assertThat(at(6).state()).hasValue(BatteryState.IDLE);
    assertThat(at(6).extras()).isEmpty();
  }

  @Test
  void eachSourceOfAlarmsSpeaksForItself() {
    Alarm low = new Alarm(AlarmCode.LOW_SOC, AlarmLevel.INFO, "");
    hear(0, new Reading.Alarms("220", List.of(HOT)), new Reading.Alarms("240/0", List.of(low)));
    hear(1, new Reading.Alarms("220", List.of()));
    assertThat(at(1).alarms()).hasValue(List.of(low));
    hear(2, new Reading.Alarms("240/0", List.of(low)), new Reading.Alarms("240/1", List.of(low)));
    assertThat(at(2).alarms()).as("the same one of two sources").hasValue(List.of(low));
  }

  @Test
  void staysBoundedWhateverComes() {
    for (int i = 0; i < 10_000; i++) {
      hear(1, new Reading.Cell(i, 3), new Reading.Temperature(-i, 3));
      hear(1, new Reading.Extra("x" + i, i), new Reading.Alarms("s" + i, List.of(HOT)));
    }
    assertThat(at(1).cellVoltages()).hasSize(WorkingState.MAX_INDEXES);
    assertThat(at(1).extras()).hasSizeLessThanOrEqualTo(256);
    hear(2, new Reading.Extra("x0", 7));
    assertThat(at(2).extras()).as("known ones go on").containsEntry("x0", 7.0);
  }

  @Test
  void copyGoesItsOwnWay() {
    hear(0, new Reading.Cell(0, 3.2), new Reading.Scalar(Metric.SOC, 80));
    WorkingState copy = state.copy();
    copy.merge(SECOND, List.of(new Reading.Cell(0, 3.3), new Reading.Scalar(Metric.SOC, 81)));
    assertThat(at(1).cellVoltages()).containsExactly(3.2);
    assertThat(at(1).value(Metric.SOC)).isEqualTo(80);
    assertThat(copy.snapshot(1000).value(Metric.SOC)).isEqualTo(81);
  }
}
