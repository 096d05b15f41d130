package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.Optional;

/**
 * What a signal's value stands for. As text: the name of a {@link Metric}; {@code cell/N}, {@code
 * temperature/N} or {@code balancing/N}, counted from 0; {@code charge-allowed} or {@code
 * discharge-allowed}; {@code alarm/CODE/LEVEL}, raised while the value is not 0; {@code +name} for
 * any other number; {@code -} for nothing.
 */
final class Meaning {

  static final String NOTHING = "-";

  static final int MAX_INDEX = 511;
  static final int MAX_NAME = 40;

  private final String text;
  private final Kind kind;
  private final int index;
  private final Metric metric;
  private final AlarmCode code;
  private final AlarmLevel level;

  private enum Kind {
    NOTHING,
    METRIC,
    EXTRA,
    CELL,
    TEMPERATURE,
    BALANCING,
    CHARGE_ALLOWED,
    DISCHARGE_ALLOWED,
    ALARM
  }

  private Meaning(
      String text, Kind kind, int index, Metric metric, AlarmCode code, AlarmLevel level) {
    this.text = text;
    this.kind = kind;
    this.index = index;
    this.metric = metric;
    this.code = code;
    this.level = level;
  }

  /**
   * @throws IllegalArgumentException when it is none
   */
  static Meaning of(String text) {
    String[] parts = text.split("/", -1);
    Optional<Metric> metric = Metric.named(text);
    if (metric.isPresent()) {
      return new Meaning(text, Kind.METRIC, 0, metric.get(), null, null);
    }
    if (text.matches("\\+[A-Za-z][A-Za-z0-9]*") && text.length() <= MAX_NAME + 1) {
      return simple(text, Kind.EXTRA, 0);
    }
    return switch (parts[0]) {
      case "-" -> simple(text, Kind.NOTHING, 0);
      case "cell" -> simple(text, Kind.CELL, index(parts, text));
      case "temperature" -> simple(text, Kind.TEMPERATURE, index(parts, text));
      case "balancing" -> simple(text, Kind.BALANCING, index(parts, text));
      case "charge-allowed" -> simple(text, Kind.CHARGE_ALLOWED, 0);
      case "discharge-allowed" -> simple(text, Kind.DISCHARGE_ALLOWED, 0);
      case "alarm" -> alarm(parts, text);
      default -> throw none(text);
    };
  }

  private static Meaning simple(String text, Kind kind, int index) {
    return new Meaning(text, kind, index, null, null, null);
  }

  private static Meaning alarm(String[] parts, String text) {
    if (parts.length != 3) {
      throw none(text);
    }
    AlarmCode code = AlarmCode.named(parts[1]).orElseThrow(() -> none(text));
    AlarmLevel level = AlarmLevel.named(parts[2]).orElseThrow(() -> none(text));
    return new Meaning(text, Kind.ALARM, 0, null, code, level);
  }

  private static int index(String[] parts, String text) {
    if (parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
      throw none(text);
    }
    int index = Integer.parseInt(parts[1]);
    if (index > MAX_INDEX) {
      throw none(text);
    }
    return index;
  }

  private static IllegalArgumentException none(String text) {
    return new IllegalArgumentException("\"" + text + "\" is no meaning of a signal");
  }

  boolean isAlarm() {
    return kind == Kind.ALARM;
  }

  /** The alarm that a value other than 0 raises, under the signal's name. */
  Alarm alarm(String signal) {
    return new Alarm(code, level, signal);
  }

  /** Whether a flag of that value is up; the NaN of a device that has none is no yes. */
  static boolean isYes(double value) {
    return value != 0 && !Double.isNaN(value);
  }

  /**
   * What that value says; empty for nothing, for a flag of NaN, and for alarms, which are told
   * together.
   */
  Optional<Reading> reading(double value) {
    if (isFlag() && Double.isNaN(value)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (kind) {
          case NOTHING, ALARM -> null;
          case METRIC -> new Reading.Scalar(metric, value);
          case EXTRA -> new Reading.Extra(text.substring(1), value);
          case CELL -> new Reading.Cell(index, value);
          case TEMPERATURE -> new Reading.Temperature(index, value);
          case BALANCING -> new Reading.Balancing(index, isYes(value));
          case CHARGE_ALLOWED -> new Reading.ChargeAllowed(isYes(value));
          case DISCHARGE_ALLOWED -> new Reading.DischargeAllowed(isYes(value));
        });
  }

  private boolean isFlag() {
    return kind == Kind.BALANCING || kind == Kind.CHARGE_ALLOWED || kind == Kind.DISCHARGE_ALLOWED;
  }

  @Override
  public String toString() {
    return text;
  }
}
