package ca.edsquebec.trackingbms.telemetry;

import java.util.Comparator;

/**
 * A row of {@code sample}, ready for a statement.
 *
 * @param values its values in parentheses, as SQL literals
 */
record Row(long batteryId, long ts, String values) {

  /** All writers lock rows in this order, else they deadlock. */
  static final Comparator<Row> BY_KEY =
      Comparator.comparingLong(Row::batteryId).thenComparingLong(Row::ts);
}
