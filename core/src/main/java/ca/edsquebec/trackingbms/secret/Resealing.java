package ca.edsquebec.trackingbms.secret;

import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Seals one column of one database anew with the key of today, some rows at a time, while others
 * read and write it: a row that changed meanwhile is left for the next look.
 */
final class Resealing {

  private static final int AT_ONCE = 200;

  private record Row(String key, String sealed) {}

  private final Databases databases;
  private final SecretBox box;
  private final Optional<TenantId> tenant;
  private final SealedColumn.Place place;
  private final String current;

  /**
   * @param tenant empty for the registry
   * @param current the id of the key of today
   */
  Resealing(
      Databases databases,
      SecretBox box,
      Optional<TenantId> tenant,
      SealedColumn.Place place,
      String current) {
    this.databases = databases;
    this.box = box;
    this.tenant = tenant;
    this.place = place;
    this.current = current;
  }

  /**
   * @return how many rows it sealed anew
   * @throws SecretException when something can't be opened; the others of its lot are done
   */
  int run() {
    int done = 0;
    for (List<Row> rows = others(); !rows.isEmpty(); rows = others()) {
      SecretException unreadable = null;
      for (Row row : rows) {
        try {
          done += replaced(row);
        } catch (SecretException e) {
          unreadable = e;
        }
      }
      if (unreadable != null) {
        throw unreadable;
      }
    }
    return done;
  }

  /** Rows that another key sealed. */
  private List<Row> others() {
    return sql(
        (connection, db) -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT %s, %s FROM %s.%s WHERE %s NOT LIKE ? LIMIT %d"
                      .formatted(
                          place.key(),
                          place.column(),
                          db,
                          place.table(),
                          place.column(),
                          AT_ONCE))) {
            query.setString(1, SecretBox.beginning(current) + "%");
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
              while (found.next()) {
                rows.add(new Row(found.getString(1), found.getString(2)));
              }
            }
            return rows;
          }
        });
  }

  private int replaced(Row row) {
    Binding where = new Binding(tenant.map(TenantId::slug).orElse(""), place.field(), row.key());
    String sealed = box.seal(where, box.open(where, row.sealed()));
    return sql(
        (connection, db) -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE %s.%s SET %s = ? WHERE %s = ? AND %s = ?"
                      .formatted(db, place.table(), place.column(), place.key(), place.column()))) {
            update.setString(1, sealed);
            update.setString(2, row.key());
            update.setString(3, row.sealed());
            return update.executeUpdate();
          }
        });
  }

  private <T> T sql(SqlWork<T> work) {
    return tenant.isPresent()
        ? databases.tenantDatabase().sql(tenant.get(), work)
        : databases.registry().sql(work);
  }
}
