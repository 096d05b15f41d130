package ca.edsquebec.trackingbms.maintenance.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** All rows of a table, one after another as they come from the server, in constant memory. */
final class StoredRows {

  /** Takes a row: a value a column, null where there is none. */
  @FunctionalInterface
  interface Listener {
    void row(byte[][] values) throws IOException;
  }

  private StoredRows() {}

  /**
   * @param table quoted, with its database
   */
  static void read(Connection connection, String table, List<Column> columns, Listener listener)
      throws SQLException, IOException {
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // For this driver: no buffering of the whole answer.
      statement.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = statement.executeQuery(Column.select(columns, table))) {
        byte[][] values = new byte[columns.size()][];
        while (row.next()) {
          for (int i = 0; i < values.length; i++) {
            values[i] = row.getBytes(i + 1);
          }
          listener.row(values);
        }
      }
    }
  }

  /** What is stored in a table now. */
  static TableTally tally(Connection connection, String database, String table)
      throws SQLException, IOException {
    RowSum sum = new RowSum();
    read(
        connection,
        "`%s`.`%s`".formatted(database, table),
        Column.of(connection, database, table),
        values -> {
          for (byte[] value : values) {
            if (value == null) {
              sum.nothing();
            } else {
              sum.value(value, 0, value.length);
            }
          }
          sum.end();
        });
    return sum.tally(table);
  }
}
