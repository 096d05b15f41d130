package ca.edsquebec.trackingbms.client;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a table is made of, as the database says.
 *
 * @param key its primary key, in order
 */
record TableShape(String name, List<Column> columns, List<Column> key) {

  private static final Set<String> WHOLE =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "bit");
  private static final Set<String> REAL = Set.of("double", "float", "decimal");

  /** Whatever is called so in the registry proves who somebody is, or is half of such a proof. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(^|_)(hash|secret|password|token|seed|sealed|wrapped|codes?|mac|verifier|csrf)(_|$)");

  /** How a value is read and written. */
  enum Type {
    WHOLE,
    REAL,
    BINARY,
    TEXT
  }

  record Column(String name, Type type) {}

  /** Every table that is there, by name. */
  static List<TableShape> all(Connection connection, String db) throws SQLException {
    List<TableShape> all = new ArrayList<>();
    for (String table :
        texts(
            connection,
            "SELECT table_name FROM information_schema.tables WHERE table_schema = ?"
                + " AND table_type = 'BASE TABLE' ORDER BY table_name",
            unquoted(db))) {
      all.add(of(connection, db, table));
    }
    return all;
  }

  static TableShape of(Connection connection, String db, String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT column_name, data_type FROM information_schema.columns"
                + " WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position")) {
      query.setString(1, unquoted(db));
      query.setString(2, table);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          columns.add(new Column(row.getString(1), type(row.getString(2))));
        }
      }
    }
    List<Column> key =
        texts(
                connection,
                "SELECT column_name FROM information_schema.key_column_usage WHERE table_schema = ?"
                    + " AND table_name = ? AND constraint_name = 'PRIMARY'"
                    + " ORDER BY ordinal_position",
                unquoted(db),
                table)
            .stream()
            .map(
                name ->
                    columns.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow())
            .toList();
    if (key.isEmpty()) {
      throw new IllegalStateException("table " + table + " has no primary key to be read by");
    }
    return new TableShape(table, List.copyOf(columns), key);
  }

  /** Without columns that hold secrets, and without bytes, which nobody can look into. */
  TableShape withoutSecrets() {
    return new TableShape(
        name,
        columns.stream()
            .filter(one -> !SECRET.matcher(one.name().toLowerCase(Locale.ROOT)).find())
            .filter(one -> one.type() != Type.BINARY || name.equals("tenant_logo"))
            .toList(),
        key);
  }

  static String unquoted(String db) {
    return db.replace("`", "");
  }

  private static Type type(String dataType) {
    String type = dataType.toLowerCase(Locale.ROOT);
    if (WHOLE.contains(type)) {
      return Type.WHOLE;
    }
    if (REAL.contains(type)) {
      return Type.REAL;
    }
    return type.contains("blob") || type.contains("binary") ? Type.BINARY : Type.TEXT;
  }

  static List<String> texts(Connection connection, String sql, String... parameters)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
    }
    return texts;
  }
}
