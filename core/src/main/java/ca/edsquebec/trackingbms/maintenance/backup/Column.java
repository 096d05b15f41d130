package ca.edsquebec.trackingbms.maintenance.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column that holds what was stored; generated ones are left out.
 *
 * @param convert whether its texts are of another character set than UTF-8
 */
record Column(String name, Kind kind, boolean convert) {

  private static final Set<String> NUMBERS =
      Set.of(
          "tinyint",
          "smallint",
          "mediumint",
          "int",
          "bigint",
          "decimal",
          "double",
          "float",
          "year");
  private static final Set<String> SAME_AS_UTF8 = Set.of("", "utf8mb4", "utf8mb3", "utf8", "ascii");

  /** How a value stands in SQL. */
  enum Kind {
    NUMBER,
    TEXT,
    BYTES
  }

  /** Those of a table, in order. */
  static List<Column> of(Connection connection, String database, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT column_name, data_type, COALESCE(character_set_name, '')"
                + " FROM information_schema.columns WHERE table_schema = ? AND table_name = ?"
                + " AND COALESCE(generation_expression, '') = '' ORDER BY ordinal_position")) {
      query.setString(1, database);
      query.setString(2, table);
      List<Column> columns = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          columns.add(
              new Column(
                  row.getString(1),
                  kind(row.getString(2).toLowerCase(Locale.ROOT)),
                  !SAME_AS_UTF8.contains(row.getString(3))));
        }
      }
      return columns;
    }
  }

  /** Whether a database has columns that it makes of others. */
  static boolean anyGenerated(Connection connection, String database) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT 1 FROM information_schema.columns WHERE table_schema = ?"
                + " AND COALESCE(generation_expression, '') <> '' LIMIT 1")) {
      query.setString(1, database);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  private static Kind kind(String type) {
    if (NUMBERS.contains(type)) {
      return Kind.NUMBER;
    }
    boolean bytes = type.contains("binary") || type.contains("blob") || type.equals("bit");
    return bytes ? Kind.BYTES : Kind.TEXT;
  }

  /** The query of all rows, whose values {@code getBytes} gives as they are to be written. */
  static String select(List<Column> columns, String table) {
    return "SELECT "
        + columns.stream().map(Column::expression).collect(Collectors.joining(", "))
        + " FROM "
        + table;
  }

  private String expression() {
    return convert ? "CONVERT(%s USING utf8mb4)".formatted(quoted()) : quoted();
  }

  String quoted() {
    return "`" + name + "`";
  }
}
