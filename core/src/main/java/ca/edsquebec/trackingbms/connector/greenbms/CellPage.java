package ca.edsquebec.trackingbms.connector.greenbms;

import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Page 3, tokens v, t, u and z: cell after cell. The pole's temperature is the cell's sensor; that
 * of the balance resistor is an extra.
 */
final class CellPage {

  /** The firmware's array; the app shows 40. */
  static final int MAX_CELLS = 40;

  /** A flag of {@code zNNN}, in its order; balancing, the second, is no alarm. */
  private record Flag(String name, AlarmCode code, AlarmLevel level) {}

  private static final List<Flag> FLAGS =
      List.of(
          new Flag("very high voltage", AlarmCode.CELL_OVERVOLTAGE, AlarmLevel.CRITICAL),
          new Flag("balancing", AlarmCode.OTHER, AlarmLevel.INFO),
          new Flag("low voltage", AlarmCode.CELL_UNDERVOLTAGE, AlarmLevel.CRITICAL),
          // No answer of the module, or a voltage above 4.5 V or below 2.3 V.
          new Flag("error", AlarmCode.CELL_FAILURE, AlarmLevel.CRITICAL),
          new Flag("pole too hot", AlarmCode.CHARGE_OVERTEMPERATURE, AlarmLevel.CRITICAL),
          new Flag("resistor too hot", AlarmCode.INTERNAL_OVERTEMPERATURE, AlarmLevel.WARNING));

  private static final int BALANCING = 1;
  private static final double LOWEST_V = 2.3;
  private static final double HIGHEST_V = 4.5;

  private final int cells;

  /**
   * @param cells how many the battery has at most
   */
  CellPage(int cells) {
    this.cells = cells;
  }

  /** Cells of a line whose module does not answer: what else is said of them is old. */
  static Set<Integer> silent(List<Token> line) {
    Set<Integer> silent = new HashSet<>();
    for (Token token : line) {
      boolean error = token.kind() == 'z' && token.value().matches("[01]{3}1[01]{2}");
      if (error && line.stream().anyMatch(t -> isPlausibleVoltage(t, token.number()))) {
        silent.add(token.number());
      }
    }
    return silent;
  }

  /** The error flag has two causes; a voltage out of range is the other one, and true. */
  private static boolean isPlausibleVoltage(Token token, int cell) {
    if (token.kind() != 'v' || token.number() != cell || token.value().isEmpty()) {
      return false;
    }
    double volts = Double.parseDouble(token.value());
    return volts >= LOWEST_V && volts <= HIGHEST_V;
  }

  /**
   * @param silent whether its module does not answer
   * @throws FrameException for a cell that the battery has not
   */
  List<Reading> readings(Token token, boolean silent) throws FrameException {
    if (token.number() < 1 || token.number() > cells) {
      throw new FrameException(
          "%s is beyond the battery: setting cells is %d".formatted(token.name(), cells));
    }
    int index = token.number() - 1;
    double said = token.decimal().doubleValue();
    double value = silent ? Double.NaN : said;
    return switch (token.kind()) {
      case 'v' -> List.of(new Reading.Cell(index, value));
      case 't' -> List.of(new Reading.Temperature(index, value));
      case 'u' ->
          List.of(new Reading.Extra("resistorTemperature%d".formatted(token.number()), value));
      default -> flags(token, index);
    };
  }

  private static List<Reading> flags(Token token, int index) throws FrameException {
    String bits = token.value();
    if (!bits.matches("[01]{6}")) {
      throw new FrameException("%s is not six flags".formatted(token.name()));
    }
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < bits.length(); i++) {
      if (bits.charAt(i) == '1' && i != BALANCING) {
        Flag flag = FLAGS.get(i);
        String raw = "cell %d %s".formatted(token.number(), flag.name());
        alarms.add(new Alarm(flag.code(), flag.level(), raw));
      }
    }
    return List.of(
        new Reading.Balancing(index, bits.charAt(BALANCING) == '1'),
        new Reading.Alarms(token.name(), alarms));
  }
}
