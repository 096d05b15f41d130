package ca.edsquebec.trackingbms.connector.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads InfluxDB's line protocol: {@code measurement[,tag=value…] field=value[,field=value…]
 * [timestamp]}, a point a line. Source: InfluxDB documentation, “Line protocol reference”, and what
 * its version 1.8 takes beyond that: {@code t}, {@code T}, {@code true} … for booleans, a line end
 * within quotes.
 */
public final class LineProtocol {

  private static final int MAX_NAMES = 4096;

  /** How far behind a line end within quotes their end is looked for. */
  private static final int MAX_BREAKS = 4096;

  private final String text;
  private final int end;
  private int at;

  private LineProtocol(String text, int from, int end) {
    this.text = text;
    this.end = end;
    this.at = from;
  }

  /**
   * Where the point that begins at {@code from} ends: at the next line end that is not within
   * quotes. When quotes are never closed, at the very next one, as where there is no point: neither
   * a damaged line nor a comment must swallow what follows.
   *
   * @return the place of the line end, or the length of the text
   */
  public static int endOfPoint(String text, int from) {
    int firstEnd = endOfLine(text, from);
    if (isSilent(text, from, firstEnd)) {
      return firstEnd;
    }
    int last = Math.min(text.length(), firstEnd + MAX_BREAKS);
    boolean fields = false;
    boolean quoted = false;
    for (int i = from; i < last; i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 != firstEnd) {
        i++;
      } else if (c == '\n' && !quoted) {
        return i;
      } else if (c == '"' && fields) {
        quoted = !quoted;
      } else if (c == ' ' && !quoted) {
        fields = true;
      }
    }
    boolean open = quoted || last < text.length();
    return open ? firstEnd : text.length();
  }

  private static int endOfLine(String text, int from) {
    int found = text.indexOf('\n', from);
    return found < 0 ? text.length() : found;
  }

  /** Whether that part of the text holds no point: it is blank or a comment. */
  public static boolean isSilent(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '#') {
        return true;
      }
      if (c != ' ' && c != '\t' && c != '\r') {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads one point.
   *
   * @throws IllegalArgumentException saying what is wrong with it, in few words
   */
  public static LinePoint read(String line) {
    return read(line, 0, line.length());
  }

  /** As above, of a part of a text. */
  public static LinePoint read(String text, int from, int end) {
    int last = end;
    while (last > from && isBlank(text.charAt(last - 1))) {
      last--;
    }
    int first = from;
    while (first < last && isBlank(text.charAt(first))) {
      first++;
    }
    return new LineProtocol(text, first, last).point();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private LinePoint point() {
    String measurement = word(", ", false);
    require(!measurement.isEmpty(), "missing measurement");
    Map<String, String> tags = new LinkedHashMap<>();
    while (here() == ',') {
      at++;
      String key = key("tag");
      String value = word(", ", true);
      require(!value.isEmpty(), "missing tag value");
      require(tags.size() < MAX_NAMES && tags.put(key, value) == null, "duplicate tags");
    }
    skipBlanks();
    Map<String, Object> fields = new LinkedHashMap<>();
    require(at < end, "missing fields");
    do {
      String key = key("field");
      Object value = here() == '"' ? quoted() : plain(word(", ", true));
      require(fields.size() < MAX_NAMES, "too many fields");
      fields.put(key, value);
    } while (takesComma());
    require(at >= end || here() == ' ', "invalid field format");
    skipBlanks();
    return new LinePoint(measurement, tags, fields, timestamp());
  }

  private boolean takesComma() {
    boolean comma = here() == ',';
    at += comma ? 1 : 0;
    return comma;
  }

  private String key(String kind) {
    String key = word(",= ", true);
    require(here() == '=', "missing " + kind + " value");
    require(!key.isEmpty(), "missing " + kind + " key");
    at++;
    return key;
  }

  private OptionalLong timestamp() {
    if (at >= end) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text.substring(at, end)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("bad timestamp", e);
    }
  }

  private char here() {
    return at < end ? text.charAt(at) : '\0';
  }

  private void skipBlanks() {
    while (here() == ' ') {
      at++;
    }
  }

  /** Up to one of those characters that is not escaped. */
  private String word(String stops, boolean escapesEquals) {
    int from = at;
    StringBuilder unescaped = null;
    while (at < end && stops.indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      char next = c == '\\' && at + 1 < end ? text.charAt(at + 1) : '\0';
      if (next == ',' || next == ' ' || (next == '=' && escapesEquals)) {
        unescaped = unescaped == null ? new StringBuilder() : unescaped;
        unescaped.append(text, from, at).append(next);
        at += 2;
        from = at;
      } else {
        at++;
      }
    }
    return unescaped == null
        ? text.substring(from, at)
        : unescaped.append(text, from, at).toString();
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < end; at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return value.toString();
      }
      boolean escape = c == '\\' && at + 1 < end && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
      value.append(escape ? text.charAt(++at) : c);
    }
    throw new IllegalArgumentException("unbalanced quotes");
  }

  private static Object plain(String word) {
    require(!word.isEmpty(), "missing field value");
    return switch (word) {
      case "t", "T", "true", "True", "TRUE" -> true;
      case "f", "F", "false", "False", "FALSE" -> false;
      default -> (Object) number(word);
    };
  }

  private static double number(String word) {
    char last = word.charAt(word.length() - 1);
    boolean whole = last == 'i' || last == 'u';
    String digits = whole ? word.substring(0, word.length() - 1) : word;
    try {
      if (whole) {
        return last == 'i' ? (double) Long.parseLong(digits) : unsigned(digits);
      }
      // What Java takes and the protocol does not: NaN, Infinity, hexadecimal, a type suffix.
      require("+-.0123456789".indexOf(word.charAt(0)) >= 0, "invalid number");
      require("0123456789.".indexOf(last) >= 0 && word.indexOf('x') < 0, "invalid number");
      double value = Double.parseDouble(word);
      require(Double.isFinite(value) && word.indexOf('I') < 0, "invalid number");
      return value;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("invalid number", e);
    }
  }

  private static double unsigned(String digits) {
    long bits = Long.parseUnsignedLong(digits);
    return bits >= 0 ? (double) bits : (bits >>> 1) * 2.0;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
