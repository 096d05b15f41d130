package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** People of a client who would belong nowhere without it. */
final class LonelyPeople {

  private static final String ACCOUNTS = "user_account";

  private LonelyPeople() {}

  /** Those of whom no other client has anything, and who don't run the platform. */
  static List<Long> of(Connection connection, String db, TenantId tenant) throws SQLException {
    Set<String> ofClients = tablesWith(connection, db, "tenant");
    StringBuilder sql =
        new StringBuilder("SELECT id FROM %s.user_account u WHERE ".formatted(db))
            .append("u.id IN (SELECT user_id FROM %s.membership WHERE tenant = ?)".formatted(db));
    int others = 0;
    for (RegistryRows.Reference one : RegistryRows.references(connection, db)) {
      if (one.toTable().equals(ACCOUNTS) && ofClients.contains(one.table())) {
        sql.append(
            " AND NOT EXISTS (SELECT 1 FROM %s.`%s` x WHERE x.`%s` = u.id AND x.tenant <> ?)"
                .formatted(db, one.table(), one.column()));
        others++;
      }
    }
    if (tablesWith(connection, db, "platform_admin").contains(ACCOUNTS)) {
      sql.append(" AND NOT u.platform_admin");
    }
    List<Long> people = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql.toString())) {
      for (int i = 1; i <= others + 1; i++) {
        query.setString(i, tenant.slug());
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          people.add(row.getLong(1));
        }
      }
    }
    return people;
  }

  /** With all that refers to them, which then is theirs alone. */
  static void delete(Connection connection, String db, List<Long> people) throws SQLException {
    List<RegistryRows.Reference> references = RegistryRows.references(connection, db);
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put(ACCOUNTS, "id = ?");
    for (int before = -1; before != conditions.size(); ) {
      before = conditions.size();
      for (RegistryRows.Reference one : references) {
        String parents = conditions.get(one.toTable());
        if (parents != null) {
          conditions.putIfAbsent(
              one.table(),
              "`%s` IN (SELECT `%s` FROM %s.`%s` WHERE %s)"
                  .formatted(one.column(), one.toColumn(), db, one.toTable(), parents));
        }
      }
    }
    List<RegistryRows.Rows> all = new ArrayList<>();
    conditions.forEach((table, condition) -> all.add(new RegistryRows.Rows(table, condition)));
    for (RegistryRows.Rows rows : RegistryRows.childrenFirst(all, references)) {
      for (long person : people) {
        try (PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM %s.`%s` WHERE %s".formatted(db, rows.table(), rows.condition()))) {
          delete.setLong(1, person);
          delete.executeUpdate();
        }
      }
    }
  }

  private static Set<String> tablesWith(Connection connection, String db, String column)
      throws SQLException {
    return new HashSet<>(
        TableShape.texts(
            connection,
            "SELECT table_name FROM information_schema.columns WHERE table_schema = ?"
                + " AND column_name = ?",
            TableShape.unquoted(db),
            column));
  }
}
