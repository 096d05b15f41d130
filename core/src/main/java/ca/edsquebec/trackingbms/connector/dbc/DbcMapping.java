package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.wire.Dbc;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Message;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Multiplex;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Signal;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a battery's {@code signals} setting of a CAN database and what somebody says its signals
 * mean. Stateless.
 */
public final class DbcMapping {

  private DbcMapping() {}

  /** What a signal is called among all of a file: names repeat from message to message. */
  public static String key(Message message, Signal signal) {
    return message.name() + "." + signal.name();
  }

  /**
   * The lines of the setting.
   *
   * @param meanings by {@link #key}; a name of a metric, {@code cell/0}, {@code temperature/0},
   *     {@code balancing/0}, {@code charge-allowed}, {@code discharge-allowed}, {@code
   *     alarm/CODE/LEVEL}, {@code +name} or {@code -}; a {@code !} before it turns the sign. What
   *     is not named is left out
   * @throws IllegalArgumentException naming the signal, and what is wrong with it
   */
  public static String lines(Dbc dbc, Map<String, String> meanings) {
    StringBuilder lines = new StringBuilder();
    int named = 0;
    for (Message message : dbc.messages()) {
      StringBuilder block = new StringBuilder();
      boolean selected = false;
      for (Signal signal : message.signals()) {
        String meaning = meanings.get(key(message, signal));
        if (meaning != null) {
          block.append(line(message, signal, meaning));
          selected |= signal.multiplex().layout() != Multiplex.ALWAYS;
          named++;
        }
      }
      lines.append(selected ? selector(message, meanings) : "").append(block);
    }
    if (named < meanings.size()) {
      throw unknown(dbc, meanings);
    }
    return lines.toString();
  }

  /**
   * The selector is needed wherever a signal of one layout is, whether it means anything or not.
   */
  private static String selector(Message message, Map<String, String> meanings) {
    for (Signal signal : message.signals()) {
      if (signal.multiplex().selects()) {
        return meanings.containsKey(key(message, signal))
            ? ""
            : line(message, signal, Meaning.NOTHING);
      }
    }
    throw new IllegalArgumentException(
        "%s has layouts and no selector (M)".formatted(message.name()));
  }

  private static IllegalArgumentException unknown(Dbc dbc, Map<String, String> meanings) {
    for (String wanted : meanings.keySet()) {
      boolean known =
          dbc.messages().stream()
              .anyMatch(m -> m.signals().stream().anyMatch(s -> key(m, s).equals(wanted)));
      if (!known) {
        return new IllegalArgumentException("the CAN database has no signal " + wanted);
      }
    }
    return new IllegalArgumentException("two messages of the CAN database have the same name");
  }

  private static String line(Message message, Signal signal, String wanted) {
    boolean inverted = wanted.startsWith("!");
    String meaning = inverted ? wanted.substring(1) : wanted;
    UnitChange change = UnitChange.to(meaning, signal.unit());
    int id = message.extended() ? message.id() | Frame.EXTENDED : message.id();
    String line =
        String.join(
            " ",
            Frame.can(0, id, new byte[0]).idText(),
            signal.name(),
            multiplex(signal.multiplex()),
            "%d|%d@%d".formatted(signal.start(), signal.length(), signal.intel() ? 1 : 0),
            signal.kind().name().toLowerCase(Locale.ROOT),
            signal.factor().toString(),
            signal.offset().toString(),
            meaning,
            (inverted ? "-" : "") + change.scale(),
            (inverted && change.shift().signum() != 0 ? "-" : "") + change.shift());
    try {
      SignalTable.parse(multiplexed(line, signal));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key(message, signal) + ": " + e.getMessage(), e);
    }
    return line + "\n";
  }

  /** By itself, a signal of one layout has no selector; whether it can be read needs none. */
  private static String multiplexed(String line, Signal signal) {
    return signal.multiplex().layout() == Multiplex.ALWAYS
        ? line
        : line.replaceFirst(" m\\d+ ", " - ");
  }

  private static String multiplex(Multiplex multiplex) {
    if (multiplex.selects()) {
      return "M";
    }
    return multiplex.layout() == Multiplex.ALWAYS ? "-" : "m" + multiplex.layout();
  }
}
