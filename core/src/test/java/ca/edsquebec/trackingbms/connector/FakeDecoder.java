package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.Metric;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Understands {@code v50} (pack voltage), {@code aX} and {@code a} (raises alarm X, none), {@code
 * -} (of no interest) and an empty line (says nothing). Counts in {@code seen} what it decoded, as
 * a state of its own.
 */
final class FakeDecoder implements Decoder {

  private int seen;

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    String text = new String(frame.data(), StandardCharsets.US_ASCII);
    if (text.equals("-")) {
      return Optional.empty();
    }
    if (text.isEmpty()) {
      return Optional.of(List.of());
    }
    List<Reading> readings = new ArrayList<>();
    switch (text.charAt(0)) {
      case 'v' ->
          readings.add(
              new Reading.Scalar(Metric.PACK_VOLTAGE, Double.parseDouble(text.substring(1))));
      case 'a' -> readings.add(new Reading.Alarms("a", alarms(text.substring(1))));
      default -> throw new FrameException("not understood: " + text);
    }
    seen++;
    readings.add(new Reading.Extra("seen", seen));
    return Optional.of(readings);
  }

  private static List<Alarm> alarms(String names) {
    return names
        .chars()
        .mapToObj(c -> new Alarm(AlarmCode.OTHER, AlarmLevel.WARNING, Character.toString(c)))
        .toList();
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) {
    return Optional.empty();
  }

  @Override
  public Decoder copy() {
    FakeDecoder copy = new FakeDecoder();
    copy.seen = seen;
    return copy;
  }
}
