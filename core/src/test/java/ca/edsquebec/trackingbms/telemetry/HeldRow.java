package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A row that somebody else is about to write: who writes it too must wait. */
final class HeldRow implements AutoCloseable {

  private final Connection connection;
  private final TestInstallation installation;
  private final String table;
  private final long battery;
  private final long ts = Telemetry.NOW - 1;

  HeldRow(TestInstallation installation, String client, long battery) throws SQLException {
    this.installation = installation;
    this.battery = battery;
    var access = installation.access();
    connection = DriverManager.getConnection(access.server(), access.user(), access.password());
    connection.setAutoCommit(false);
    table = "`%s`.sample".formatted(installation.databaseOf(client));
    hold(battery);
  }

  /** Holds the row of another battery at the same time, too. */
  void hold(long otherBattery) throws SQLException {
    try (var insert = connection.createStatement()) {
      insert.executeUpdate(
          "INSERT INTO %s (battery_id, ts, flags) VALUES (%d, %d, 0)"
              .formatted(table, otherBattery, ts));
    }
  }

  long battery() {
    return battery;
  }

  long ts() {
    return ts;
  }

  /** Returns when some transaction waits for this row. */
  void awaitWaiter() throws SQLException, InterruptedException {
    var access = installation.access();
    try (Connection other =
            DriverManager.getConnection(access.server(), access.user(), access.password());
        var query = other.createStatement()) {
      for (int i = 0; i < 80; i++) {
        try (var rows =
            query.executeQuery(
                "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state ="
                    + " 'LOCK WAIT'")) {
          rows.next();
          if (rows.getInt(1) > 0) {
            return;
          }
        }
        // The server's list stands still while it is asked more often than ten times a second.
        Thread.sleep(150);
      }
    }
    throw new IllegalStateException("nobody waits for the row");
  }

  /** Forgets the row: the waiting write goes on as if it had never been. */
  void letGo() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
