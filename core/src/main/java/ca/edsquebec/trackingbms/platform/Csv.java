package ca.edsquebec.trackingbms.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes comma-separated values (RFC 4180: CRLF, quotes doubled) that a spreadsheet opens as what
 * they are. It begins with a byte order mark, without which Excel takes UTF-8 for something else.
 *
 * <p>A spreadsheet runs a cell that begins with = + - @, a tab or a line break. Such a text, and
 * one that begins with an apostrophe, gets an apostrophe in front; a number is left alone. So does
 * what follows a semicolon or tab within a text, at which spreadsheets of some countries, Canadian
 * French ones among them, cut whatever the quotes say. Nothing is lost: whoever reads takes one
 * apostrophe off each of these places ({@link #plain}).
 */
public final class Csv {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  // Full-width signs count as their plain twins in some spreadsheets.
  private static final String RUNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20'";
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}([.,]\\d{1,30})?(E-?\\d+)?");
  private static final Pattern RUNS_BEHIND_A_CUT =
      Pattern.compile("([;\t\r\n]\\s*+)(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20'])");
  private static final Pattern SAFE_BEHIND_A_CUT = Pattern.compile("([;\t\r\n]\\s*+)'");
  private static final Pattern QUOTED = Pattern.compile("[\",;\t\r\n]");

  private final Writer out;

  /**
   * @param out closed by its owner; encodes as UTF-8
   */
  public Csv(Writer out) {
    this.out = out;
    write(String.valueOf(BYTE_ORDER_MARK));
  }

  /**
   * One line.
   *
   * @param cells null is an empty cell
   * @throws UncheckedIOException when it can't be written
   */
  public void row(List<?> cells) {
    write(
        cells.stream()
            .map(cell -> cell == null ? "" : cell(cell.toString()))
            .collect(Collectors.joining(",", "", "\r\n")));
  }

  /** One cell, as it stands in the file. */
  static String cell(String text) {
    boolean runs = !text.isEmpty() && RUNS.indexOf(text.charAt(0)) >= 0;
    String whole = RUNS_BEHIND_A_CUT.matcher(text).replaceAll("$1'");
    String safe = runs && !NUMBER.matcher(text).matches() ? "'" + whole : whole;
    return QUOTED.matcher(safe).find() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  /** What was given to {@link #row}, from a cell that a CSV reader gave back. */
  public static String plain(String cell) {
    String whole = cell.startsWith("'") ? cell.substring(1) : cell;
    return SAFE_BEHIND_A_CUT.matcher(whole).replaceAll("$1");
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
