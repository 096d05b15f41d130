package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Transactions that wait for a row that another one holds. */
final class Waiters {

  private Waiters() {}

  /** Returns when so many wait. */
  static void await(RegistryDatabase registry, int wanted) throws InterruptedException {
    for (int i = 0; i < 80; i++) {
      int waiting = registry.sql((connection, db) -> count(connection));
      if (waiting >= wanted) {
        return;
      }
      // The server's list stands still while it is asked more often than ten times a second.
      Thread.sleep(150);
    }
    throw new IllegalStateException("fewer than " + wanted + " wait for a row");
  }

  private static int count(Connection connection) throws SQLException {
    try (var query = connection.createStatement();
        var rows =
            query.executeQuery(
                "SELECT COUNT(*) FROM information_schema.innodb_trx"
                    + " WHERE trx_state = 'LOCK WAIT'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
