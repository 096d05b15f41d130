package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rows of the registry that are about a person, as an array of the person's file.
 *
 * @param from tables; {@code {db}} stands for the registry
 * @param whose the column that says whose a row is
 * @param owner what stands in that column
 * @param key by which to page; unique
 */
record PersonPart(
    String name,
    String from,
    String whose,
    Function<PersonKey, Object> owner,
    String key,
    List<PersonColumn> columns) {

  private static final int AT_ONCE = 500;

  private record Row(String key, List<Object> values) {}

  /** A page at a time; the connection is given back before anything is written. */
  void write(RegistryDatabase registry, PersonKey person, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(name);
    String after = null;
    List<Row> rows;
    do {
      rows = read(registry, person, after);
      for (Row row : rows) {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
          columns.get(i).write(json, row.values().get(i));
        }
        json.writeEndObject();
        after = row.key();
      }
    } while (rows.size() == AT_ONCE);
    json.writeEndArray();
  }

  private List<Row> read(RegistryDatabase registry, PersonKey person, String after) {
    String values =
        columns.stream().map(PersonColumn::sql).collect(Collectors.joining(", ", ", ", ""));
    String sql =
        "SELECT %s%s FROM %s WHERE %s = ?%s ORDER BY %s LIMIT %d"
            .formatted(
                key,
                values,
                from,
                whose,
                after == null ? "" : " AND " + key + " > ?",
                key,
                AT_ONCE);
    return registry.sql(
        (connection, db) -> {
          try (PreparedStatement query = connection.prepareStatement(sql.replace("{db}", db))) {
            query.setObject(1, owner.apply(person));
            if (after != null) {
              query.setString(2, after);
            }
            return rows(query);
          }
        });
  }

  private List<Row> rows(PreparedStatement query) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
          values.add(columns.get(i).value(row, i + 2));
        }
        rows.add(new Row(row.getString(1), values));
      }
    }
    return rows;
  }
}
