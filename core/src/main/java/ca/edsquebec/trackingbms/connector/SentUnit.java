package ca.edsquebec.trackingbms.connector;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A unit that a sender tells numbers in; the table is {@code units.tsv}.
 *
 * @param base what we tell them in
 * @param factor from the one to the other
 * @param offset added behind that
 */
record SentUnit(String base, double factor, double offset) {

  private static final Map<String, SentUnit> BY_SYMBOL = new HashMap<>();
  private static final Map<String, String> BY_ENDING = new HashMap<>();

  static {
    for (String[] row : Tables.read("units.tsv")) {
      BY_SYMBOL.put(
          row[0], new SentUnit(row[1], Double.parseDouble(row[2]), Double.parseDouble(row[3])));
      if (row.length > 4) {
        BY_ENDING.put(row[4], row[0]);
      }
    }
  }

  /** Empty when it is no unit that we know. */
  static Optional<SentUnit> of(String symbol) {
    return Optional.ofNullable(BY_SYMBOL.get(symbol));
  }

  /**
   * The unit that a name's end tells, as {@code _mv} does.
   *
   * @param ending from the last underscore on
   */
  static Optional<String> endingIn(String ending) {
    return Optional.ofNullable(BY_ENDING.get(ending));
  }

  double toBase(double value) {
    // Of what is told in our own unit, every digit stays.
    return factor == 1 && offset == 0 ? value : rounded(value * factor + offset);
  }

  // 3281 mV are 3.281 V, and not 3.2810000000000001: a factor has no more digits than this.
  private static double rounded(double value) {
    return Math.abs(value) < 1e6 ? Math.round(value * 1e9) / 1e9 : value;
  }
}
