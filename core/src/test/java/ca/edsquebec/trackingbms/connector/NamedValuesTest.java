package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What senders' names mean, and in which unit. */
class NamedValuesTest {

  private static List<Reading> said(String name, Object value, String unit) {
    NamedValues values = new NamedValues(false);
    values.add(name, value, unit);
    return values.readings();
  }

  private static Reading scalar(Metric metric, double value) {
    return new Reading.Scalar(metric, value);
  }

  @Test
  void everyRowOfTheTableSaysSomethingThatExists() {
    for (String[] row : Tables.read("field-names.tsv")) {
      String name = row[0].replace("#", "3");
      assertThat(FieldName.of(name)).as(row[0]).isPresent();
      assertThat(FieldName.plain(name)).as(row[0]).isEqualTo(name);
      NamedValues values = new NamedValues(false);
      values.add(name, 1.0, "");
      assertThat(values.readings()).as(row[0]).noneMatch(r -> r instanceof Reading.Extra);
    }
  }

  @Test
  void noNameStandsTwice() {
    assertThat(Tables.read("field-names.tsv").stream().map(row -> row[0])).doesNotHaveDuplicates();
  }

  @Test
  void namesAreReadAsSendersWriteThem() {
    for (String name :
        List.of("total_voltage", "Total Voltage", "totalVoltage", "packVoltage", "v")) {
      assertThat(said(name, 52.83, ""))
          .as(name)
          .containsExactly(scalar(Metric.PACK_VOLTAGE, 52.83));
    }
  }

  @Test
  void millivoltsOfCellsAreKnownByTheirSize() {
    assertThat(said("voltage_cell000", 3281.0, "")).containsExactly(new Reading.Cell(0, 3.281));
    assertThat(said("cell_voltage_1", 3.281, "")).containsExactly(new Reading.Cell(0, 3.281));
    assertThat(said("cells.16.voltage", 3.3, "")).containsExactly(new Reading.Cell(15, 3.3));
  }

  @Test
  void unitIsTakenFromTheSenderOrTheName() {
    assertThat(said("voltage", 52830.0, "mV")).containsExactly(scalar(Metric.PACK_VOLTAGE, 52.83));
    assertThat(said("voltage_mv", 52830.0, "")).containsExactly(scalar(Metric.PACK_VOLTAGE, 52.83));
    assertThat(said("power", 1.5, "kW")).containsExactly(scalar(Metric.POWER, 1500));
    assertThat(said("temperature", 72.5, "°F")).containsExactly(new Reading.Temperature(0, 22.5));
  }

  @Test
  void whatIsToldInAUnitOfSomethingElseIsNotWhatItsNamePromised() {
    assertThat(said("capacity", 5.1, "kWh")).containsExactly(new Reading.Extra("capacity", 5.1));
    assertThat(said("temperature", 5.1, "V"))
        .containsExactly(new Reading.Extra("temperature", 5.1));
  }

  @Test
  void signIsTurnedWhereTheBatterySaysSo() {
    NamedValues values = new NamedValues(true);
    values.add("current", 12.5, "A");
    values.add("power", -600.0, "");
    values.add("soc", 50.0, "");
    assertThat(values.readings())
        .containsExactly(
            scalar(Metric.CURRENT, -12.5), scalar(Metric.POWER, 600), scalar(Metric.SOC, 50));
  }

  @Test
  void nameThatNobodyWroteDownIsKeptAsAFurtherMetric() {
    assertThat(said("fan speed (rpm)", 1200.0, ""))
        .containsExactly(new Reading.Extra("fan_speed__rpm_", 1200));
    assertThat(said("1", 100.0, "")).containsExactly(new Reading.Extra("input1", 100));
    assertThat(said("heating", true, "")).containsExactly(new Reading.Extra("heating", 1));
    assertThat(said("ts", 1.0, "")).containsExactly(new Reading.Extra("ts_", 1));
    assertThat(said("x".repeat(500), 1.0, ""))
        .containsExactly(new Reading.Extra("x".repeat(40), 1));
  }

  @Test
  void textsThatAreNoSeriesAreLeft() {
    assertThat(said("friendly_name", "Pack", "")).isEmpty();
    assertThat(said("serial_number", "SN1", "")).isEmpty();
    assertThat(said("something", "else", "")).isEmpty();
    assertThat(said("voltage", "unavailable", "")).isEmpty();
    assertThat(said("voltage", Double.NaN, "")).isEmpty();
  }

  @Test
  void wordsAreUnderstoodWhereTheyHaveAMeaning() {
    assertThat(said("voltage", "52.8", "")).containsExactly(scalar(Metric.PACK_VOLTAGE, 52.8));
    assertThat(said("charge_fet", "on", "")).containsExactly(new Reading.ChargeAllowed(true));
    assertThat(said("discharge_fet", false, ""))
        .containsExactly(new Reading.DischargeAllowed(false));
    assertThat(said("state", "Charging", ""))
        .containsExactly(new Reading.State(BatteryState.CHARGING));
  }

  @Test
  void alarmsAreRaisedAndWithdrawn() {
    String name = "protection.high_cell_voltage";
    assertThat(said(name, 2.0, ""))
        .containsExactly(
            new Reading.Alarms(
                name, List.of(new Alarm(AlarmCode.CELL_OVERVOLTAGE, AlarmLevel.CRITICAL, name))));
    assertThat(said(name, 0.0, "")).containsExactly(new Reading.Alarms(name, List.of()));
    assertThat(said("alarms", "haute temp", ""))
        .containsExactly(
            new Reading.Alarms(
                "alarms", List.of(new Alarm(AlarmCode.OTHER, AlarmLevel.WARNING, "haute temp"))));
    assertThat(said("errors", 0.0, "")).containsExactly(new Reading.Alarms("errors", List.of()));
  }
}
