package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.wire.Dbc;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Message;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Multiplex;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Signal;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes a battery's {@code signals} setting of a CAN database and what somebody says its signals
 * mean. Stateless.
 */
public final class DbcMapping {

  private static final int LAYOUT = 2;

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
    Set<String> used = new HashSet<>();
    for (Message message : dbc.messages()) {
      StringBuilder block = new StringBuilder();
      boolean selected = false;
      for (Signal signal : message.signals()) {
        String meaning = meanings.get(key(message, signal));
        if (meaning != null) {
          if (!used.add(key(message, signal))) {
            throw new IllegalArgumentException(
                "two messages of the CAN database are called " + message.name());
          }
          block.append(line(message, signal, meaning));
          selected |= signal.multiplex().layout() != Multiplex.ALWAYS;
        }
      }
      lines.append(selected ? selector(message, meanings) : "").append(block);
    }
    meanings.keySet().stream()
        .filter(wanted -> !used.contains(wanted))
        .findFirst()
        .ifPresent(
            wanted -> {
              throw new IllegalArgumentException("the CAN database has no signal " + wanted);
            });
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

  private static String line(Message message, Signal signal, String wanted) {
    boolean inverted = wanted.startsWith("!");
    String meaning = inverted ? wanted.substring(1) : wanted;
    UnitChange change = UnitChange.to(meaning, signal.unit());
    BigDecimal turn = BigDecimal.valueOf(inverted ? -1 : 1);
    int id = message.extended() ? message.id() | Frame.EXTENDED : message.id();
    String layout = multiplex(signal.multiplex());
    String[] cells = {
      Frame.can(0, id, new byte[0]).idText(),
      signal.name(),
      // By itself, a signal of one layout has no selector; whether it can be read needs none.
      layout.startsWith("m") ? multiplex(Multiplex.NONE) : layout,
      "%d|%d@%d".formatted(signal.start(), signal.length(), signal.intel() ? 1 : 0),
      signal.kind().name().toLowerCase(Locale.ROOT),
      shortest(signal.factor()),
      shortest(signal.offset()),
      meaning,
      shortest(change.scale().multiply(turn)),
      shortest(change.shift().multiply(turn))
    };
    try {
      SignalTable.parse(String.join(" ", cells));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key(message, signal) + ": " + e.getMessage(), e);
    }
    cells[LAYOUT] = layout;
    return String.join(" ", cells) + "\n";
  }

  private static String shortest(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
  }

  private static String multiplex(Multiplex multiplex) {
    if (multiplex.selects()) {
      return "M";
    }
    return multiplex.layout() == Multiplex.ALWAYS ? "-" : "m" + multiplex.layout();
  }
}
