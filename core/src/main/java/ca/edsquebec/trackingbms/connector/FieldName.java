package ca.edsquebec.trackingbms.connector;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a name that some sender uses means; the table is {@code field-names.tsv}.
 *
 * @param meaning as the table says
 * @param number that the name holds; −1 for none
 * @param unit the sender's when it names none; empty for the metric's own
 */
record FieldName(String meaning, int number, String unit) {

  private static final Map<String, String[]> TABLE = new HashMap<>();

  /** Between the words of a name: what is neither letter nor digit, or where one begins large. */
  private static final Pattern BREAK = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  static {
    Tables.read("field-names.tsv").forEach(row -> TABLE.put(row[0], row));
  }

  /** The name as the table would write it: {@code Pack-Voltage} is {@code pack_voltage}. */
  static String plain(String name) {
    String words = BREAK.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    int from = words.startsWith("_") ? 1 : 0;
    int to = words.length() > from && words.endsWith("_") ? words.length() - 1 : words.length();
    return words.substring(from, to);
  }

  /** Empty when nobody has written that name down. */
  static Optional<FieldName> of(String name) {
    String plain = plain(name);
    Optional<FieldName> whole = find(plain, "");
    int ending = plain.lastIndexOf('_');
    if (whole.isPresent() || ending < 0) {
      return whole;
    }
    return SentUnit.endingIn(plain.substring(ending))
        .flatMap(unit -> find(plain.substring(0, ending), unit));
  }

  private static Optional<FieldName> find(String plain, String unit) {
    String[] row = TABLE.get(plain);
    if (row != null) {
      return Optional.of(of(row, -1, unit));
    }
    Matcher number = NUMBER.matcher(plain);
    if (number.find()) {
      String shape = plain.substring(0, number.start()) + "#" + plain.substring(number.end());
      row = TABLE.get(shape);
    }
    return row == null
        ? Optional.empty()
        : Optional.of(of(row, Integer.parseInt(number.group()), unit));
  }

  private static FieldName of(String[] row, int number, String unit) {
    String own = row.length > 2 ? row[2] : "";
    return new FieldName(row[1], number, unit.isEmpty() ? own : unit);
  }
}
