package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Voltage, current and power: of the pack (0x233), and of the strings (0x243) where the pack does
 * not say. Strings lie in parallel, so their voltages are averaged and their currents added.
 */
final class PackValues {

  private static final CanMessage PACK = PackMessages.TABLE.get(0x233);
  private static final CanSignal BATTERY_VOLTAGE = PACK.signal("BatteryVoltage");
  private static final CanSignal BUS_VOLTAGE = PACK.signal("BusVoltage");
  private static final CanSignal CURRENT = PACK.signal("Current");
  private static final CanSignal POWER = PACK.signal("Power");
  private static final CanMessage STRING = StringMessages.TABLE.get(0x243);
  private static final CanSignal STRING_VOLTAGE = STRING.signal("Voltage");
  private static final CanSignal STRING_CURRENT = STRING.signal("Current");
  private static final CanSignal ENERGY_COUNTER =
      StringMessages.TABLE.get(0x244).signal("EnergyCounter");

  private final int sign;
  private double packVoltage = Double.NaN;
  private double packCurrent = Double.NaN;
  private final double[] voltages;
  private final double[] currents;
  private final double[] energies;

  PackValues(Settings settings) {
    sign = settings.sign();
    voltages = unknown(settings.strings());
    currents = unknown(settings.strings());
    energies = unknown(settings.strings());
  }

  private PackValues(PackValues other) {
    sign = other.sign;
    packVoltage = other.packVoltage;
    packCurrent = other.packCurrent;
    voltages = other.voltages.clone();
    currents = other.currents.clone();
    energies = other.energies.clone();
  }

  PackValues copy() {
    return new PackValues(this);
  }

  private static double[] unknown(int strings) {
    double[] values = new double[strings];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  List<Reading> pack(Message message) {
    packVoltage = Values.orUnknown(message, BATTERY_VOLTAGE, 1);
    packCurrent = Values.orUnknown(message, CURRENT, sign);
    // Seen in a capture: while the voltage is unknown the firmware sends a power of 0.
    double power = Double.isNaN(packVoltage) ? Double.NaN : Values.orUnknown(message, POWER, sign);
    return List.of(
        new Reading.Scalar(Metric.PACK_VOLTAGE, voltage()),
        new Reading.Scalar(Metric.CURRENT, current()),
        new Reading.Scalar(Metric.POWER, power),
        new Reading.Extra("busVoltage", Values.orUnknown(message, BUS_VOLTAGE, 1)));
  }

  List<Reading> string(Message message) {
    voltages[message.mux()] = Values.orUnknown(message, STRING_VOLTAGE, 1);
    currents[message.mux()] = Values.orUnknown(message, STRING_CURRENT, sign);
    List<Reading> readings = new ArrayList<>();
    if (Double.isNaN(packVoltage)) {
      readings.add(new Reading.Scalar(Metric.PACK_VOLTAGE, voltage()));
    }
    if (Double.isNaN(packCurrent)) {
      readings.add(new Reading.Scalar(Metric.CURRENT, current()));
    }
    return readings;
  }

  /** Counts both ways, so it is neither energyIn nor energyOut; ours rises while charging. */
  List<Reading> energyCounter(Message message) {
    energies[message.mux()] = Values.orUnknown(message, ENERGY_COUNTER, sign);
    return List.of(new Reading.Extra("energyCounter", Values.sum(energies)));
  }

  private double voltage() {
    return Double.isNaN(packVoltage) ? Values.mean(voltages) : packVoltage;
  }

  /** Amperes, positive when charging; NaN when nobody knows. */
  double current() {
    return Double.isNaN(packCurrent) ? Values.sum(currents) : packCurrent;
  }
}
