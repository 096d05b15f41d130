package ca.edsquebec.trackingbms.client;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows of the registry are a client's, as the registry's tables say themselves: those with a
 * column {@code tenant}, and those that refer to such rows. So a table that is added later is
 * neither forgotten in an archive nor left behind.
 */
final class RegistryRows {

  /** The people who belong to a client; takes its short name. */
  static final String PEOPLE =
      "id IN (SELECT user_id FROM {db}.membership WHERE membership.tenant = ?)";

  /**
   * A client's rows of a table.
   *
   * @param condition SQL; {@code {db}} stands for the registry, the one ? for the short name
   */
  record Rows(String table, String condition) {}

  /** A column that refers to another table's. */
  record Reference(String table, String column, String toTable, String toColumn) {}

  private RegistryRows() {}

  /** In an order in which they can be deleted; the row of the client itself comes last. */
  static List<Rows> ofClients(Connection connection, String db) throws SQLException {
    List<Reference> references = references(connection, db);
    Map<String, String> conditions = new LinkedHashMap<>();
    for (String table :
        TableShape.texts(
            connection,
            "SELECT table_name FROM information_schema.columns WHERE table_schema = ?"
                + " AND column_name = 'tenant' ORDER BY table_name",
            TableShape.unquoted(db))) {
      conditions.put(table, "tenant = ?");
    }
    for (int before = -1; before != conditions.size(); ) {
      before = conditions.size();
      for (Reference one : references) {
        String parents = conditions.get(one.toTable());
        if (parents != null) {
          conditions.putIfAbsent(
              one.table(),
              "`%s` IN (SELECT `%s` FROM {db}.`%s` WHERE %s)"
                  .formatted(one.column(), one.toColumn(), one.toTable(), parents));
        }
      }
    }
    List<Rows> rows = new ArrayList<>();
    conditions.forEach((table, condition) -> rows.add(new Rows(table, condition)));
    List<Rows> ordered = childrenFirst(rows, references);
    ordered.add(new Rows("tenant", "slug = ?"));
    return ordered;
  }

  /** All references between tables of a database. */
  static List<Reference> references(Connection connection, String db) throws SQLException {
    List<Reference> references = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT table_name, column_name, referenced_table_name, referenced_column_name"
                + " FROM information_schema.key_column_usage WHERE table_schema = ?"
                + " AND referenced_table_name IS NOT NULL ORDER BY table_name, column_name")) {
      query.setString(1, TableShape.unquoted(db));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          references.add(
              new Reference(
                  row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        }
      }
    }
    return references;
  }

  static List<Rows> childrenFirst(List<Rows> tables, List<Reference> references) {
    List<Rows> left = new ArrayList<>(tables);
    List<Rows> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Rows free =
          left.stream()
              .filter(one -> left.stream().noneMatch(other -> refers(other, one, references)))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables refer to each other: " + left));
      ordered.add(free);
      left.remove(free);
    }
    return ordered;
  }

  private static boolean refers(Rows one, Rows to, List<Reference> references) {
    return !one.table().equals(to.table())
        && references.stream()
            .anyMatch(r -> r.table().equals(one.table()) && r.toTable().equals(to.table()));
  }
}
