package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.tenant.SqlWork;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the rows of a table, some at a time by its primary key: whole and real numbers as such,
 * bytes as base64, all else as the text that the database gives; times are UTC.
 */
final class TableDump {

  private static final int ROWS_AT_ONCE = 500;

  private final Function<SqlWork<List<Object[]>>, List<Object[]>> database;
  private final TableShape table;
  private String condition = "1 = 1";
  private Object[] parameters = {};

  TableDump(Function<SqlWork<List<Object[]>>, List<Object[]>> database, TableShape table) {
    this.database = database;
    this.table = table;
  }

  /**
   * Only some rows.
   *
   * @param which SQL in which {@code {db}} stands for the database and each ? for the parameter
   */
  TableDump where(String which, String parameter) {
    condition = which;
    parameters = new Object[(int) which.chars().filter(c -> c == '?').count()];
    Arrays.fill(parameters, parameter);
    return this;
  }

  void write(ArchiveWriter archive, String name) throws IOException {
    archive.add(name, this::rows);
  }

  private long rows(JsonGenerator out) throws IOException {
    long rows = 0;
    List<Object[]> some;
    Object[] last = null;
    do {
      Object[] after = last;
      some = database.apply((connection, db) -> page(connection, db, after));
      for (Object[] row : some) {
        write(out, row);
      }
      rows += some.size();
      last = some.isEmpty() ? null : keyOf(some.get(some.size() - 1));
    } while (some.size() == ROWS_AT_ONCE);
    return rows;
  }

  /** The columns' values, and behind them those of the key. */
  private List<Object[]> page(Connection connection, String db, Object[] after)
      throws SQLException {
    String sql =
        "SELECT %s FROM %s.`%s` WHERE (%s)%s ORDER BY %s LIMIT %d"
            .formatted(
                names(all(), ", "),
                db,
                table.name(),
                condition.replace("{db}", db),
                after == null ? "" : " AND (" + beyond() + ")",
                names(table.key(), ", "),
                ROWS_AT_ONCE);
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int place = 1;
      for (Object parameter : parameters) {
        query.setObject(place++, parameter);
      }
      for (int i = 0; after != null && i < after.length; i++) {
        for (int j = 0; j <= i; j++) {
          query.setObject(place++, after[j]);
        }
      }
      return read(query);
    }
  }

  private List<Object[]> read(PreparedStatement query) throws SQLException {
    List<TableShape.Column> columns = all();
    List<Object[]> rows = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = value(row, i + 1, columns.get(i).type());
        }
        rows.add(values);
      }
    }
    return rows;
  }

  // Written out: of (a, b) > (?, ?) the databases make no range of the index.
  private String beyond() {
    List<String> alternatives = new ArrayList<>();
    for (int i = 0; i < table.key().size(); i++) {
      StringBuilder one = new StringBuilder("(");
      for (int j = 0; j < i; j++) {
        one.append('`').append(table.key().get(j).name()).append("` = ? AND ");
      }
      alternatives.add(one + "`" + table.key().get(i).name() + "` > ?)");
    }
    return String.join(" OR ", alternatives);
  }

  private List<TableShape.Column> all() {
    List<TableShape.Column> all = new ArrayList<>(table.columns());
    all.addAll(table.key());
    return all;
  }

  private Object[] keyOf(Object[] row) {
    return Arrays.copyOfRange(row, table.columns().size(), row.length);
  }

  private static String names(List<TableShape.Column> columns, String between) {
    return columns.stream()
        .map(column -> "`" + column.name() + "`")
        .collect(Collectors.joining(between));
  }

  private static Object value(ResultSet row, int place, TableShape.Type type) throws SQLException {
    Object value =
        switch (type) {
          case WHOLE -> row.getLong(place);
          case REAL -> row.getBigDecimal(place);
          case BINARY -> row.getBytes(place);
          case TEXT -> row.getString(place);
        };
    return row.wasNull() ? null : value;
  }

  private void write(JsonGenerator out, Object[] row) throws IOException {
    out.writeStartObject();
    for (int i = 0; i < table.columns().size(); i++) {
      out.writeFieldName(table.columns().get(i).name());
      Object value = row[i];
      if (value == null) {
        out.writeNull();
      } else if (value instanceof Long whole) {
        out.writeNumber(whole);
      } else if (value instanceof BigDecimal real) {
        out.writeNumber(real);
      } else if (value instanceof byte[] bytes) {
        out.writeBinary(bytes);
      } else {
        out.writeString((String) value);
      }
    }
    out.writeEndObject();
  }
}
