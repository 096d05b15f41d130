package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The signals that a battery's setting names, a line each:
 *
 * <pre>
 * 233 BatteryVoltage - 7|15@0 signed 0.1 0 packVoltage 1 0
 * </pre>
 *
 * <p>that is: identifier in hexadecimal digits (eight for one of 29 bits); name; {@code -} for
 * every layout, {@code M} for the selector, {@code m0} for one layout; first bit, bits and byte
 * order as in a DBC file; kind of number; factor and offset; meaning; factor and offset from the
 * file's unit to that of the meaning. A line that begins with {@code #} is a remark.
 */
final class SignalTable {

  private static final int COLUMNS = 10;
  static final int MAX_SIGNALS = 2_000;

  private SignalTable() {}

  /**
   * The messages by identifier as {@code Frame} writes it.
   *
   * @throws IllegalArgumentException naming the line and what is wrong with it
   */
  static Map<String, MappedMessage> parse(String text) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    int number = 0;
    int signals = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String stripped = line.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        add(stripped.split("\\s+"), number, drafts);
        signals++;
      }
    }
    if (text.isBlank() || signals > MAX_SIGNALS) {
      throw new IllegalArgumentException(
          "%,d signals; from 1 to %,d can be read".formatted(signals, MAX_SIGNALS));
    }
    Map<String, MappedMessage> messages = new HashMap<>();
    drafts.forEach((id, draft) -> messages.put(id, draft.message(id)));
    return messages;
  }

  private static void add(String[] cells, int line, Map<String, Draft> drafts) {
    try {
      if (cells.length != COLUMNS) {
        throw new IllegalArgumentException(
            "%d columns instead of %d".formatted(cells.length, COLUMNS));
      }
      String id = id(cells[0]);
      drafts.computeIfAbsent(id, i -> new Draft()).add(cells[2], signal(cells));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line %d: %s".formatted(line, e.getMessage()), e);
    }
  }

  private static String id(String hex) {
    if (!hex.matches("[0-7][0-9A-Fa-f]{2}|[01][0-9A-Fa-f]{7}")) {
      throw new IllegalArgumentException(
          "\"%s\" is no identifier of three or eight hexadecimal digits".formatted(hex));
    }
    return hex.toUpperCase(Locale.ROOT);
  }

  private static MappedSignal signal(String[] cells) {
    if (!cells[3].matches("\\d{1,3}\\|\\d{1,3}@[01]")) {
      throw new IllegalArgumentException("\"%s\" is no place in a frame".formatted(cells[3]));
    }
    String[] place = cells[3].split("[|@]");
    Kind kind = kind(cells[4]);
    int length = Integer.parseInt(place[1]);
    if ((kind == Kind.FLOAT && length != 32) || (kind == Kind.DOUBLE && length != 64)) {
      throw new IllegalArgumentException(
          "%d bits are no %s".formatted(length, kind.name().toLowerCase(Locale.ROOT)));
    }
    BigDecimal factor = decimal(cells[5]);
    BigDecimal offset = decimal(cells[6]);
    BigDecimal scale = decimal(cells[8]);
    BigDecimal shift = decimal(cells[9]);
    return new MappedSignal(
        placed(cells[1], place, kind, factor, offset),
        placed(cells[1], place, kind, factor.multiply(scale), offset.multiply(scale).add(shift)),
        kind,
        Meaning.of(cells[7]));
  }

  private static CanSignal placed(
      String name, String[] place, Kind kind, BigDecimal factor, BigDecimal offset) {
    int start = Integer.parseInt(place[0]);
    int length = Integer.parseInt(place[1]);
    boolean intel = place[2].equals("1");
    return new CanSignal(name, start, length, intel, kind == Kind.SIGNED, factor, offset, "");
  }

  private static Kind kind(String text) {
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("\"%s\" is no kind of number".formatted(text));
  }

  private static BigDecimal decimal(String text) {
    // Short, so that nobody's exponent makes a number of a million digits.
    if (!text.matches("-?[0-9.]{1,20}(E[+-]?\\d{1,2})?")) {
      throw new IllegalArgumentException("\"%s\" is no number".formatted(text));
    }
    return new BigDecimal(text);
  }

  private static final class Draft {

    private final List<MappedSignal> always = new ArrayList<>();
    private final Map<Integer, List<MappedSignal>> layouts = new HashMap<>();
    private CanSignal selector;

    void add(String multiplex, MappedSignal signal) {
      if (multiplex.matches("m\\d{1,9}")) {
        int layout = Integer.parseInt(multiplex.substring(1));
        layouts.computeIfAbsent(layout, l -> new ArrayList<>()).add(signal);
        return;
      }
      if (!multiplex.matches("[M-]") || (multiplex.equals("M") && selector != null)) {
        throw new IllegalArgumentException("\"%s\" is no layout".formatted(multiplex));
      }
      always.add(signal);
      selector = multiplex.equals("M") ? signal.place() : selector;
    }

    MappedMessage message(String id) {
      if (!layouts.isEmpty() && selector == null) {
        throw new IllegalArgumentException(id + " has layouts and no selector (M)");
      }
      return new MappedMessage(
          Optional.ofNullable(selector), List.copyOf(always), Map.copyOf(layouts));
    }
  }
}
