package ca.edsquebec.trackingbms.connector.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads CAN messages from a table that looks like the datasheet's.
 *
 * <p>A line at the margin opens a message: {@code 0x233 f_PackValuesP0 8} (identifier, name,
 * bytes). An indented line is a signal: {@code BatteryVoltage - 7|15 Motorola signed 0.1 V} (name;
 * {@code -} for every layout, {@code M} for the selector, {@code m0} for one layout; start and
 * length; byte order; sign; factor; unit unless it is a plain number).
 */
public final class CanTable {

  private static final int EVERY_LAYOUT = -1;

  private CanTable() {}

  /**
   * The messages by identifier, in the table's order.
   *
   * @throws IllegalArgumentException naming what is not like a table
   */
  public static Map<Integer, CanMessage> parse(String table) {
    Map<Integer, CanMessage> messages = new LinkedHashMap<>();
    List<String[]> block = new ArrayList<>();
    for (String line : table.split("\n")) {
      if (!line.startsWith(" ")) {
        close(block, messages);
      }
      if (!line.isBlank()) {
        block.add(line.strip().split(" +"));
      }
    }
    close(block, messages);
    return messages;
  }

  private static void close(List<String[]> block, Map<Integer, CanMessage> messages) {
    if (!block.isEmpty()) {
      CanMessage message = message(block.get(0), block.subList(1, block.size()));
      messages.put(message.id(), message);
      block.clear();
    }
  }

  private static CanMessage message(String[] head, List<String[]> block) {
    List<Row> rows = block.stream().map(Row::of).toList();
    Map<Integer, List<CanSignal>> layouts = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.layout != EVERY_LAYOUT) {
        layouts.put(row.layout, List.of());
      }
    }
    if (layouts.isEmpty()) {
      layouts.put(0, List.of());
    }
    layouts.replaceAll(
        (layout, none) -> rows.stream().filter(r -> r.isIn(layout)).map(Row::signal).toList());
    Optional<CanSignal> selector = rows.stream().filter(Row::selects).map(Row::signal).findFirst();
    return new CanMessage(
        Integer.decode(head[0]), head[1], Integer.parseInt(head[2]), selector, layouts);
  }

  private record Row(CanSignal signal, boolean selects, int layout) {

    static Row of(String[] cells) {
      if (cells.length < 6 || cells.length > 7) {
        throw new IllegalArgumentException("not a signal: " + String.join(" ", cells));
      }
      String[] place = cells[2].split("\\|");
      CanSignal signal =
          new CanSignal(
              cells[0],
              Integer.parseInt(place[0]),
              Integer.parseInt(place[1]),
              isFirst(cells[3], "Intel", "Motorola"),
              isFirst(cells[4], "signed", "unsigned"),
              new BigDecimal(cells[5]),
              cells.length == 7 ? cells[6] : "");
      boolean inOne = cells[1].startsWith("m");
      int layout = inOne ? Integer.parseInt(cells[1].substring(1)) : EVERY_LAYOUT;
      return new Row(signal, cells[1].equals("M"), layout);
    }

    boolean isIn(int wanted) {
      return layout == EVERY_LAYOUT || layout == wanted;
    }
  }

  private static boolean isFirst(String word, String first, String second) {
    if (!word.equals(first) && !word.equals(second)) {
      throw new IllegalArgumentException(
          "\"%s\" should be %s or %s".formatted(word, first, second));
    }
    return word.equals(first);
  }
}
