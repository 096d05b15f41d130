package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes readings of values that a sender calls by names of its own. A name that nobody has written
 * down is kept as a further metric; what can't be a series (a text, say) is left. Not for use by
 * several threads.
 */
public final class NamedValues {

  private static final int MAX_EXTRA_NAME = 40;

  /** What a sample calls other things in JSON. */
  private static final Set<String> TAKEN =
      Set.of(
          "battery",
          "ts",
          "cellVoltages",
          "temperatures",
          "balancing",
          "state",
          "chargeAllowed",
          "dischargeAllowed",
          "alarms");

  private final List<Reading> readings = new ArrayList<>();
  private final boolean inverted;

  /**
   * @param inverted whether the sender tells current and power positive when discharging
   */
  public NamedValues(boolean inverted) {
    this.inverted = inverted;
  }

  /** What has been said so far. */
  public List<Reading> readings() {
    return readings;
  }

  /** Whether that name has a meaning of its own. */
  public static boolean isKnown(String name) {
    return Metric.named(name).isPresent() || FieldName.of(name).isPresent();
  }

  /**
   * Adds one value.
   *
   * @param value a {@link Number}, a {@link Boolean} or a {@link String}
   * @param unit the sender's own word for it; empty when it says none, as is what we don't know
   */
  public void add(String name, Object value, String unit) {
    Optional<FieldName> known = FieldName.of(name);
    Optional<Metric> metric = Metric.named(name);
    FieldName field =
        metric
            .map(m -> new FieldName(m.jsonName(), -1, ""))
            .orElseGet(() -> known.orElse(new FieldName("+", -1, "")));
    String said = SentUnit.of(unit).isPresent() ? unit : field.unit();
    if (field.meaning().startsWith("+")) {
      extra(name, number(value));
    } else if (value instanceof String text && number(value).isEmpty()) {
      word(field.meaning(), name, text.strip());
    } else {
      number(value).ifPresent(number -> take(field, name, number, said));
    }
  }

  private void take(FieldName field, String name, double number, String unit) {
    switch (field.meaning()) {
      case "-" -> {}
      case "cell" -> cell(name, field.number() - 1, number, unit);
      case "cell0" -> cell(name, field.number(), number, unit);
      case "probe" -> probe(name, Math.max(field.number() - 1, 0), number, unit);
      case "probe0" -> probe(name, field.number(), number, unit);
      case "balancing" -> readings.add(new Reading.Balancing(field.number() - 1, number != 0));
      case "balancing0" -> readings.add(new Reading.Balancing(field.number(), number != 0));
      case "charge-allowed" -> readings.add(new Reading.ChargeAllowed(number != 0));
      case "discharge-allowed" -> readings.add(new Reading.DischargeAllowed(number != 0));
      case "state" -> {} // A number of the maker's own.
      case "alarms" -> word("alarms", name, number == 0 ? "" : name + " " + (long) number);
      default -> scalarOrAlarm(field.meaning(), name, number, unit);
    }
  }

  private void scalarOrAlarm(String meaning, String name, double number, String unit) {
    if (meaning.startsWith("alarm ")) {
      alarm(meaning.substring("alarm ".length()), name, number);
      return;
    }
    Metric metric = Metric.named(meaning).orElseThrow();
    Optional<Double> value = inUnit(number, unit, metric.unit());
    boolean turned = inverted && (metric == Metric.CURRENT || metric == Metric.POWER);
    value.ifPresentOrElse(
        v -> readings.add(new Reading.Scalar(metric, turned ? 0 - v : v)),
        () -> extra(name, Optional.of(number)));
  }

  private void cell(String name, int index, double number, String unit) {
    inUnit(number, unit, "V")
        .ifPresentOrElse(
            v -> readings.add(new Reading.Cell(index, v)), () -> extra(name, Optional.of(number)));
  }

  private void probe(String name, int index, double number, String unit) {
    inUnit(number, unit, "°C")
        .ifPresentOrElse(
            v -> readings.add(new Reading.Temperature(index, v)),
            () -> extra(name, Optional.of(number)));
  }

  /** Empty when it is told in a unit of something else: then it is not what its name promised. */
  private static Optional<Double> inUnit(double number, String unit, String wanted) {
    int above = unit.indexOf('>');
    if (above >= 0) {
      boolean so = number > Double.parseDouble(unit.substring(above + 1));
      return inUnit(number, so ? unit.substring(0, above) : "", wanted);
    }
    return unit.isEmpty()
        ? Optional.of(number)
        : SentUnit.of(unit).filter(u -> u.base().equals(wanted)).map(u -> u.toBase(number));
  }

  private void alarm(String code, String name, double number) {
    AlarmLevel level = number > 1 ? AlarmLevel.CRITICAL : AlarmLevel.WARNING;
    AlarmCode known = AlarmCode.named(code).orElseThrow();
    readings.add(
        new Reading.Alarms(name, number == 0 ? List.of() : List.of(new Alarm(known, level, name))));
  }

  private void word(String meaning, String name, String text) {
    if (meaning.equals("state")) {
      BatteryState.named(text.toLowerCase(Locale.ROOT))
          .ifPresent(state -> readings.add(new Reading.State(state)));
    } else if (meaning.equals("alarms")) {
      Alarm alarm = new Alarm(AlarmCode.OTHER, AlarmLevel.WARNING, text);
      readings.add(new Reading.Alarms(name, text.isEmpty() ? List.of() : List.of(alarm)));
    } else {
      flag(text).ifPresent(on -> take(FieldName.of(name).orElseThrow(), name, on ? 1 : 0, ""));
    }
  }

  private static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "on", "true", "yes" -> Optional.of(true);
      case "off", "false", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Double> number(Object value) {
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue()).filter(Double::isFinite);
    }
    if (value instanceof Boolean flag) {
      return Optional.of(flag ? 1.0 : 0.0);
    }
    String text = ((String) value).strip();
    return text.matches("[+-]?\\d{1,15}(\\.\\d{1,15})?")
        ? Optional.of(Double.parseDouble(text))
        : Optional.empty();
  }

  private void extra(String name, Optional<Double> value) {
    value.ifPresent(v -> readings.add(new Reading.Extra(extraName(name), v)));
  }

  /** As names of further metrics must be: what can't stand in one becomes an underscore. */
  static String extraName(String name) {
    StringBuilder plain = new StringBuilder(MAX_EXTRA_NAME);
    if (name.isEmpty() || !isLetter(name.charAt(0))) {
      plain.append("input");
    }
    for (int i = 0; i < name.length() && plain.length() < MAX_EXTRA_NAME; i++) {
      char c = name.charAt(i);
      boolean good = isLetter(c) || (c >= '0' && c <= '9') || "_.:-".indexOf(c) >= 0;
      plain.append(good ? c : '_');
    }
    return TAKEN.contains(plain.toString()) ? plain.append('_').toString() : plain.toString();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
