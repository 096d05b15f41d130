package ca.edsquebec.trackingbms.jobs.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Aligned columns under their names. */
final class Table {

  private Table() {}

  static List<String> lines(List<Fields> items, String... columns) {
    List<String[]> rows = new ArrayList<>();
    rows.add(row(columns, name -> name.toUpperCase(Locale.ROOT)));
    items.forEach(item -> rows.add(row(columns, item::text)));
    int[] widths = new int[columns.length];
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row[i]));
      }
    }
    List<String> lines = new ArrayList<>(rows.size());
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private static String[] row(String[] columns, UnaryOperator<String> text) {
    return Arrays.stream(columns).map(text).toArray(String[]::new);
  }

  private static String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      line.append(row[i]).append(" ".repeat(widths[i] - width(row[i]) + 2));
    }
    return line.toString().stripTrailing();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
