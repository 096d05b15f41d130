package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * State of charge, energy and state of health.
 *
 * <p>The firmware multiplies the pack's SOC and energy (0x235) by connected strings / all strings:
 * 0 in standby, half with one of two strings closed. So the pack is believed only when 0x220 said
 * that all strings are connected; else the strings (0x245) are asked. SOC is the lower of the two
 * that are sent, the charge that can be drawn; the upper one is the extra {@code socMaximum}.
 */
final class ChargeEstimation {

  private static final int NOT_HEARD = -1;

  private static final CanSignal CONNECTED =
      StateMessages.TABLE.get(0x220).signal("NumberOfConnectedStrings");
  private static final CanMessage PACK = PackMessages.TABLE.get(0x235);
  private static final CanMessage STRING = StringMessages.TABLE.get(0x245);

  private int connected = NOT_HEARD;
  private Estimate pack;
  private boolean packSohHeard;
  private final Estimate[] strings;

  /** One frame's values, in our units. */
  private record Estimate(double soc, double socMaximum, double energy, double soh) {

    static Estimate of(Message message, CanMessage type) {
      return new Estimate(
          Values.plain(message, type.signal("MinimumSoc")),
          Values.plain(message, type.signal("MaximumSoc")),
          Values.plain(message, type.signal("Energy")),
          Values.plain(message, type.signal("Soh")));
    }

    boolean isZero() {
      return soc == 0 && socMaximum == 0;
    }
  }

  ChargeEstimation(int strings) {
    this.strings = new Estimate[strings];
  }

  private ChargeEstimation(ChargeEstimation other) {
    connected = other.connected;
    pack = other.pack;
    packSohHeard = other.packSohHeard;
    strings = other.strings.clone();
  }

  ChargeEstimation copy() {
    return new ChargeEstimation(this);
  }

  /** 0x220: when strings open or close, what was said of the pack is no longer true. */
  List<Reading> connected(Message message) {
    int now = (int) message.raw(CONNECTED);
    if (now == connected) {
      return List.of();
    }
    if (connected != NOT_HEARD) {
      pack = null;
    }
    connected = now;
    return charge();
  }

  List<Reading> pack(Message message) {
    pack = Estimate.of(message, PACK);
    packSohHeard = true;
    List<Reading> readings = charge();
    readings.add(new Reading.Scalar(Metric.SOH, pack.soh));
    return readings;
  }

  List<Reading> string(Message message) {
    strings[message.mux()] = Estimate.of(message, STRING);
    List<Reading> readings = charge();
    if (!packSohHeard) {
      readings.add(
          new Reading.Scalar(
              Metric.SOH, Values.mean(heard().stream().mapToDouble(Estimate::soh).toArray())));
    }
    return readings;
  }

  /** What is known now; nothing is withdrawn, a value that nobody repeats grows old by itself. */
  private List<Reading> charge() {
    List<Reading> readings = new ArrayList<>();
    List<Estimate> heard = heard();
    List<Estimate> believed = isPackTrue() ? List.of(pack) : heard;
    if (!believed.isEmpty()) {
      readings.add(
          new Reading.Scalar(
              Metric.SOC, Values.mean(believed.stream().mapToDouble(Estimate::soc).toArray())));
      readings.add(
          new Reading.Extra(
              "socMaximum",
              Values.mean(believed.stream().mapToDouble(Estimate::socMaximum).toArray())));
    }
    // The strings tell their energy ten times finer than the pack does, and free of the trap.
    if (heard.size() == strings.length) {
      readings.add(energy(heard));
    } else if (isPackTrue()) {
      readings.add(energy(List.of(pack)));
    }
    return readings;
  }

  private static Reading energy(List<Estimate> parts) {
    double[] energies = parts.stream().mapToDouble(Estimate::energy).toArray();
    return new Reading.Extra("availableEnergy", Values.sum(energies));
  }

  private boolean isPackTrue() {
    boolean allConnected = connected == NOT_HEARD || connected >= strings.length;
    return pack != null && allConnected && !pack.isZero();
  }

  private List<Estimate> heard() {
    return Arrays.stream(strings).filter(s -> s != null).toList();
  }
}
