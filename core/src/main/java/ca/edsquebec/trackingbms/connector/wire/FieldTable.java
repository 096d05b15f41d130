package ca.edsquebec.trackingbms.connector.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The numbers of an answer, in the datasheet's order, read from a text that looks like its table.
 *
 * <p>A line is {@code current_A 2 s16 0.01 current}: name, first byte, kind, factor, meaning. The
 * kind is {@code u} or {@code s} and its bits, high byte first, with {@code le} behind it for low
 * byte first and {@code ws} for two words of which the low one comes first. A factor {@code
 * 0.1@2731} counts from 2731.
 */
public final class FieldTable implements Iterable<Field> {

  private final List<Field> fields;
  private final int end;

  private FieldTable(List<Field> fields) {
    this.fields = List.copyOf(fields);
    end = fields.stream().mapToInt(f -> f.at() + f.width()).max().orElse(0);
  }

  /**
   * @throws IllegalArgumentException naming what is not like a table
   */
  public static FieldTable parse(String table) {
    List<Field> fields = new ArrayList<>();
    for (String line : table.split("\n")) {
      if (!line.isBlank()) {
        fields.add(field(line.strip().split(" +")));
      }
    }
    return new FieldTable(fields);
  }

  private static Field field(String[] cells) {
    if (cells.length != 5 || !cells[2].matches("[us](8|16|24|32)(le|ws)?")) {
      throw new IllegalArgumentException("not a field: " + String.join(" ", cells));
    }
    String[] scale = cells[3].split("@");
    BigDecimal factor = new BigDecimal(scale[0]);
    int decimals = Math.max(0, factor.scale());
    return new Field(
        cells[0],
        Integer.decode(cells[1]),
        Integer.parseInt(cells[2].replaceAll("\\D", "")) / 8,
        cells[2].startsWith("s"),
        cells[2].endsWith("le"),
        cells[2].endsWith("ws"),
        scale.length > 1 ? Long.parseLong(scale[1]) : 0,
        factor.movePointRight(decimals).longValueExact(),
        decimals,
        cells[4]);
  }

  /** Bytes from the table's start that must be there. */
  public int end() {
    return end;
  }

  /**
   * @throws IllegalArgumentException when there is none of that name
   */
  public Field field(String name) {
    return fields.stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no field " + name));
  }

  @Override
  public Iterator<Field> iterator() {
    return fields.iterator();
  }
}
