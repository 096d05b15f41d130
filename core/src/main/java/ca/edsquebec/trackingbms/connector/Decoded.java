package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.connector.wire.Field;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import ca.edsquebec.trackingbms.measure.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one answer says, put together while it is read: the values under their names on the wire,
 * and what they mean. Not for use by several threads.
 *
 * <p>A meaning, the last column of a {@link FieldTable}, is the name of a {@link Metric}; {@code
 * +name} for an {@link Reading.Extra}; {@code charge-allowed} or {@code discharge-allowed}, which
 * are shown as true and false; or {@code -}: shown, and nothing else.
 */
public final class Decoded {

  private static final String CHARGE = "charge-allowed";
  private static final String DISCHARGE = "discharge-allowed";

  private final Map<String, Object> signals = new LinkedHashMap<>();
  private final List<Reading> readings = new ArrayList<>();
  private final List<Module> modules = new ArrayList<>();
  private boolean wholeStack;

  /**
   * What one module of a stack says.
   *
   * @param number tells modules of a battery apart
   * @param part what kind of answer it is; a later one of the same kind replaces it
   */
  public record Module(int number, String part, List<Reading> readings) {}

  /** Values by their names on the wire, in the order read: numbers, texts, flags, lists, maps. */
  public Map<String, Object> signals() {
    return signals;
  }

  public List<Reading> readings() {
    return readings;
  }

  /** What each module of a stack says by itself; empty where there are none. */
  public List<Module> modules() {
    return modules;
  }

  /** Adds what one module says in an answer of that kind. */
  public Decoded module(int number, String part, Decoded said) {
    modules.add(new Module(number, part, said.readings));
    return this;
  }

  /** Says that the modules of this answer are all that the battery has. */
  public Decoded wholeStack() {
    wholeStack = true;
    return this;
  }

  boolean isWholeStack() {
    return wholeStack;
  }

  /** Several answers that came as one; a single one stands as it is. */
  public static Decoded of(List<Decoded> answers) {
    if (answers.size() == 1) {
      return answers.get(0);
    }
    Decoded all = new Decoded();
    all.show("frames", answers.stream().map(Decoded::signals).toList());
    answers.forEach(a -> all.readings.addAll(a.readings));
    answers.forEach(a -> all.modules.addAll(a.modules));
    all.wholeStack = answers.stream().anyMatch(Decoded::isWholeStack);
    return all;
  }

  /** A value that is shown and means nothing to us. */
  public Decoded show(String name, Object value) {
    signals.put(name, value);
    return this;
  }

  public Decoded say(Reading reading) {
    readings.add(reading);
    return this;
  }

  /** All numbers of that table. The caller has checked that they are there. */
  public Decoded fields(FieldTable table, byte[] data, int base) {
    for (Field field : table) {
      number(field.name(), field.value(data, base), field.meaning());
    }
    return this;
  }

  /** One number. */
  public Decoded number(String name, BigDecimal value, String meaning) {
    boolean flag = meaning.equals(CHARGE) || meaning.equals(DISCHARGE);
    signals.put(name, flag ? value.signum() != 0 : value);
    mean(meaning, value.doubleValue());
    return this;
  }

  /** What a number means, when it is not shown as it stands; NaN when it is not known. */
  public void mean(String meaning, double value) {
    if (meaning.equals("-")) {
      return;
    }
    if (meaning.startsWith("+")) {
      say(new Reading.Extra(meaning.substring(1), value));
    } else if (meaning.equals(CHARGE)) {
      say(new Reading.ChargeAllowed(value != 0));
    } else if (meaning.equals(DISCHARGE)) {
      say(new Reading.DischargeAllowed(value != 0));
    } else {
      say(new Reading.Scalar(Metric.named(meaning).orElseThrow(), value));
    }
  }

  /** Whether charging is allowed, under its name on the wire. */
  public Decoded chargeAllowed(String name, boolean allowed) {
    show(name, allowed);
    return say(new Reading.ChargeAllowed(allowed));
  }

  /** Whether discharging is allowed, under its name on the wire. */
  public Decoded dischargeAllowed(String name, boolean allowed) {
    show(name, allowed);
    return say(new Reading.DischargeAllowed(allowed));
  }

  /** All cells of the device, in volts. Shown with their extremes, which a sample has anyway. */
  public Decoded cells(List<BigDecimal> volts) {
    show("cells_V", volts);
    showExtremes(volts);
    for (int i = 0; i < volts.size(); i++) {
      say(new Reading.Cell(i, volts.get(i).doubleValue()));
    }
    return this;
  }

  private void showExtremes(List<BigDecimal> volts) {
    if (!volts.isEmpty()) {
      int min = 0;
      int max = 0;
      for (int i = 1; i < volts.size(); i++) {
        min = volts.get(i).compareTo(volts.get(min)) < 0 ? i : min;
        max = volts.get(i).compareTo(volts.get(max)) > 0 ? i : max;
      }
      show("cell_min_V", volts.get(min));
      show("cell_max_V", volts.get(max));
      show("cell_min_index", BigDecimal.valueOf(min + 1L));
      show("cell_max_index", BigDecimal.valueOf(max + 1L));
      show("cell_delta_V", volts.get(max).subtract(volts.get(min)));
    }
    show("cell_count", BigDecimal.valueOf(volts.size()));
  }

  /**
   * All probes of the device, in °C.
   *
   * @param absent what stands for a probe that is not there; null when nothing does
   */
  public Decoded temperatures(List<BigDecimal> celsius, BigDecimal absent) {
    show("temps_C", celsius);
    for (int i = 0; i < celsius.size(); i++) {
      boolean known = absent == null || celsius.get(i).compareTo(absent) != 0;
      say(new Reading.Temperature(i, known ? celsius.get(i).doubleValue() : Double.NaN));
    }
    return this;
  }

  /** The alarms of a word, under their names on the wire. */
  public Decoded alarms(String source, AlarmBits bits, long word) {
    show("alarms", bits.names(word));
    return say(new Reading.Alarms(source, bits.raised(word)));
  }
}
