package ca.edsquebec.trackingbms.connector.thingset;

import ca.edsquebec.trackingbms.connector.AlarmBits;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What measurements mean, message after message of one battery. */
final class Meaning {

  /** {@code rErrorFlags}, bms_common.h; the last three since v23.0. */
  private static final AlarmBits ERRORS =
      AlarmBits.table(
          """
          0   CELL_UNDERVOLTAGE  cell-undervoltage            critical
          1   CELL_OVERVOLTAGE   cell-overvoltage             critical
          2   SHORT_CIRCUIT      short-circuit                critical
          3   DIS_OVERCURRENT    discharge-overcurrent        critical
          4   CHG_OVERCURRENT    charge-overcurrent           critical
          5   OPEN_WIRE          open-wire                    critical
          6   DIS_UNDERTEMP      discharge-undertemperature   warning
          7   DIS_OVERTEMP       discharge-overtemperature    critical
          8   CHG_UNDERTEMP      charge-undertemperature      warning
          9   CHG_OVERTEMP       charge-overtemperature       critical
          10  INT_OVERTEMP       internal-overtemperature     critical
          11  CELL_FAILURE       cell-failure                 critical
          12  DIS_OFF            contactor-fault              warning
          13  CHG_OFF            contactor-fault              warning
          14  FET_OVERTEMP       internal-overtemperature     warning
          """);

  private static final Map<Item, Metric> PLAIN =
      Map.of(
          Item.CURRENT, Metric.CURRENT,
          Item.SOC, Metric.SOC,
          Item.BATTERY_TEMPERATURE, Metric.TEMPERATURE_AVG,
          Item.MOSFET_TEMPERATURE, Metric.MOSFET_TEMPERATURE,
          Item.CELL_AVERAGE, Metric.CELL_VOLTAGE_AVG,
          Item.CELL_MINIMUM, Metric.CELL_VOLTAGE_MIN,
          Item.CELL_MAXIMUM, Metric.CELL_VOLTAGE_MAX);

  private final Cells cells;

  /** A v23.x with both voltages: there the one called pack is at the terminals. */
  private boolean swapped;

  Meaning(int configuredCells) {
    cells = new Cells(configuredCells);
  }

  private Meaning(Meaning other) {
    cells = other.cells.copy();
    swapped = other.swapped;
  }

  Meaning copy() {
    return new Meaning(this);
  }

  List<Reading> readings(Measured measured) {
    List<Reading> readings = new ArrayList<>();
    for (Item item : Item.values()) {
      if (PLAIN.containsKey(item) && measured.has(item)) {
        readings.add(new Reading.Scalar(PLAIN.get(item), measured.number(item)));
      }
    }
    if (measured.isList(Item.CELL_VOLTAGES)) {
      readings.addAll(cells.readings(measured));
    }
    addVoltages(measured, readings);
    addTemperatures(measured, readings);
    addState(measured, readings);
    return readings;
  }

  /** The cells' sum comes first: it is at the cells whatever the firmware calls it. */
  private void addVoltages(Measured measured, List<Reading> readings) {
    double pack = measured.number(Item.PACK_VOLTAGE);
    double stack = measured.number(Item.STACK_VOLTAGE);
    if (stack > 0) {
      boolean older =
          measured.has(Item.BATTERY_TEMPERATURE)
              || (measured.has(Item.CELL_TEMPERATURES) && !measured.isList(Item.CELL_TEMPERATURES));
      swapped = older || (swapped && !measured.isList(Item.CELL_TEMPERATURES));
    }
    double sum = measured.isList(Item.CELL_VOLTAGES) ? cells.sum() : Double.NaN;
    double atCells = swapped ? stack : pack;
    if (!Double.isNaN(sum)) {
      readings.add(new Reading.Scalar(Metric.PACK_VOLTAGE, sum));
    } else if (measured.has(swapped ? Item.STACK_VOLTAGE : Item.PACK_VOLTAGE)) {
      readings.add(new Reading.Scalar(Metric.PACK_VOLTAGE, atCells));
    }
    double atTerminals = swapped ? pack : stack;
    if (atTerminals > 0) {
      readings.add(new Reading.Extra("terminalVoltage", atTerminals));
    }
  }

  private static void addTemperatures(Measured measured, List<Reading> readings) {
    double[] celsius = measured.list(Item.CELL_TEMPERATURES);
    if (celsius.length > 0 && !measured.isList(Item.CELL_TEMPERATURES)) {
      // v23.x has the mean under the same number.
      readings.add(new Reading.Scalar(Metric.TEMPERATURE_AVG, celsius[0]));
    } else {
      for (int i = 0; i < celsius.length; i++) {
        readings.add(new Reading.Temperature(i, celsius[i]));
      }
    }
    if (measured.has(Item.IC_TEMPERATURE)) {
      readings.add(new Reading.Extra("icTemperature", measured.number(Item.IC_TEMPERATURE)));
    }
  }

  /** 0 off, 1 charging alone, 2 discharging alone, 3 both, 4 shut down. */
  private void addState(Measured measured, List<Reading> readings) {
    if (measured.has(Item.BMS_STATE)) {
      long state = measured.mask(Item.BMS_STATE);
      readings.add(new Reading.ChargeAllowed(state == 1 || state == 3));
      readings.add(new Reading.DischargeAllowed(state == 2 || state == 3));
      readings.add(new Reading.Extra("bmsState", state));
    }
    if (measured.has(Item.ERROR_FLAGS)) {
      readings.add(new Reading.Alarms("flags", ERRORS.raised(measured.mask(Item.ERROR_FLAGS))));
    }
    if (measured.has(Item.BALANCING)) {
      readings.addAll(cells.balancing(measured.mask(Item.BALANCING)));
    }
  }
}
