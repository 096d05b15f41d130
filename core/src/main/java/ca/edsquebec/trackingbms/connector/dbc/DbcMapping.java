package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.wire.Dbc;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Message;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Multiplex;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Signal;
import ca.edsquebec.trackingbms.measure.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a battery's {@code signals} setting of a CAN database and what somebody says its signals
 * mean. Stateless.
 */
public final class DbcMapping {

  /** Name of the setting that holds the lines. */
  public static final String SETTING = "signals";

  private static final int LAYOUT = 2;

  /** What a proposal may take of a setting: the rest is for what somebody adds to it. */
  private static final int PROPOSED_BYTES = DbcConnector.MAX_BYTES * 3 / 4;

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
   * The value of {@link #SETTING}; empty when nothing is mapped.
   *
   * @throws IllegalArgumentException as {@link #lines}, or when it is longer than a setting may be
   */
  public static String setting(Dbc dbc, Map<String, String> meanings) {
    String lines = lines(dbc, meanings);
    if (DbcConnector.bytes(lines) > DbcConnector.MAX_BYTES) {
      throw new IllegalArgumentException(
          "%,d signals are more than a battery's setting holds".formatted(meanings.size()));
    }
    if (!lines.isEmpty()) {
      var unused = SignalTable.parse(lines);
    }
    return lines;
  }

  /** Why that signal can't have that meaning; empty when it can. */
  public static Optional<String> fault(Message message, Signal signal, String meaning) {
    try {
      var unused = alone(message, signal, meaning);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static String alone(Message message, Signal signal, String meaning) {
    List<Signal> needed =
        message.signals().stream()
            .filter(other -> other.name().equals(signal.name()) || other.multiplex().selects())
            .toList();
    Message part =
        new Message(
            message.id(), message.extended(), message.name(), message.length(), "", 0, needed);
    return lines(new Dbc(List.of(part)), Map.of(key(message, signal), meaning));
  }

  /** Those of the meanings that can be, as many as a setting holds. */
  public static Map<String, String> readable(Dbc dbc, Map<String, String> meanings) {
    Map<String, String> readable = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    int length = 0;
    for (Message message : dbc.messages()) {
      for (Signal signal : message.signals()) {
        String key = key(message, signal);
        String meaning = meanings.get(key);
        if (!seen.add(key)) {
          readable.remove(key);
        } else if (meaning != null && fault(message, signal, meaning).isEmpty()) {
          length += DbcConnector.bytes(alone(message, signal, meaning));
          if (length <= PROPOSED_BYTES) {
            readable.put(key, meaning);
          }
        }
      }
    }
    return readable;
  }

  /**
   * Which kinds of meaning fit a signal by its unit: metrics, {@code cell} and {@code temperature}
   * without their numbers; for one without a unit, also {@code balancing}, {@code charge-allowed},
   * {@code discharge-allowed}. What an alarm and what any number is, fits always.
   */
  public static List<String> kinds(Signal signal) {
    List<String> kinds = new ArrayList<>();
    Stream.concat(
            Stream.of(Metric.values()).map(Metric::jsonName), Stream.of("cell", "temperature"))
        .filter(
            kind ->
                UnitChange.isPossible(kind + (Metric.named(kind).isEmpty() ? "/0" : ""), signal))
        .forEach(kinds::add);
    if (signal.unit().isBlank()) {
      kinds.addAll(List.of("balancing", "charge-allowed", "discharge-allowed"));
    }
    return kinds;
  }

  /** The meaning by which a signal is kept under its own name. */
  public static String asItself(Signal signal) {
    String letters = signal.name().replaceAll("[^A-Za-z0-9]", "").replaceFirst("^[0-9]+", "");
    String name = letters.isEmpty() ? "signal" : letters;
    String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return "+" + (lower.length() > Meaning.MAX_NAME ? lower.substring(0, Meaning.MAX_NAME) : lower);
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
