package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.tenant.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** What of a client's database must not be in one of another name. */
final class RestoredCopy {

  /** Sealed for the client by its name, and the client's own people are not this one's. */
  private static final List<String> LEFT_OUT = List.of("outbox", "audit_pending");

  private RestoredCopy() {}

  /** Takes out mails and entries of the audit that waited. */
  static void adapt(ScratchDatabase client) {
    Set<String> tables = Set.copyOf(client.tablesOf(client.name()));
    client.sql(
        (connection, db) -> {
          for (String table : LEFT_OUT) {
            if (tables.contains(table)) {
              empty(connection, db + "." + table);
            }
          }
          connection.commit();
          return null;
        });
  }

  private static void empty(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM " + table);
    }
  }
}
