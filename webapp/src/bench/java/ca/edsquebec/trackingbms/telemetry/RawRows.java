package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Derived;
import ca.edsquebec.trackingbms.measure.Sample;

/** The very rows that ingestion stores, for whoever fills a table without it. */
public final class RawRows {

  /**
   * The id that the first name in a client's dictionary gets, and samples of BMS-1 have no other.
   */
  private static final Integer FIRST_NAME = 1;

  private RawRows() {}

  /** {@code INSERT INTO table (columns) VALUES }, to be followed by {@link #append}. */
  public static String insertInto(String table) {
    return "INSERT INTO " + table + " (battery_id, " + StoredSample.COLUMNS + ") VALUES ";
  }

  /** The columns behind the battery's, of a table by that alias. */
  public static String columns(String alias) {
    return alias + "." + StoredSample.COLUMNS.replace(", ", ", " + alias + ".");
  }

  /** Writes the values of a row in parentheses. */
  public static void append(StringBuilder sql, long batteryId, Sample sample) {
    sql.append('(').append(batteryId).append(',');
    StoredSample.of(Derived.complete(sample), 0, name -> FIRST_NAME).appendTo(sql);
    sql.append(')');
  }
}
