package ca.edsquebec.trackingbms.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SnapshotIT {

  private static TestInstallation installation;
  private static TenantDatabase clients;
  private static TenantId one;
  private static TenantId other;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    clients = installation.databases().tenantDatabase();
    one = installation.addTenant("one", "One");
    other = installation.addTenant("other", "Other");
    for (TenantId client : new TenantId[] {one, other}) {
      clients.sql(client, (connection, db) -> run(connection, "CREATE TABLE %s.seen (n INT)", db));
    }
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void readsWhatWasThereAtItsBeginning() {
    int before = count(one);
    int[] seen =
        clients.sqlSnapshot(
            one,
            (connection, db) -> {
              int first = count(connection, db);
              CompletableFuture.runAsync(() -> insert(one)).join();
              return new int[] {first, count(connection, db)};
            });
    assertThat(seen).containsOnly(before);
    assertThat(count(one)).isEqualTo(before + 1);
  }

  @Test
  void beginsAtTheCallAndNotAtItsFirstQuery() {
    int before = count(one);
    int seen =
        clients.sqlSnapshot(
            one,
            (connection, db) -> {
              CompletableFuture.runAsync(() -> insert(one)).join();
              return count(connection, db);
            });
    assertThat(seen).isEqualTo(before);
  }

  @Test
  void refusesToWrite() {
    int before = count(other);
    assertThatThrownBy(
            () ->
                clients.sqlSnapshot(
                    other,
                    (connection, db) -> run(connection, "INSERT INTO %s.seen VALUES (1)", db)))
        .isInstanceOf(DatabaseException.class);
    assertThat(count(other)).isEqualTo(before);
  }

  @Test
  void leavesTheConnectionAsItWas() {
    clients.sqlSnapshot(one, (connection, db) -> count(connection, db));
    insert(one);
    int isolation = clients.sql(one, (connection, db) -> connection.getTransactionIsolation());
    assertThat(isolation).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
  }

  private static void insert(TenantId client) {
    clients.sql(client, (connection, db) -> run(connection, "INSERT INTO %s.seen VALUES (1)", db));
  }

  private static int count(TenantId client) {
    return clients.sql(client, SnapshotIT::count);
  }

  private static int count(Connection connection, String db) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT COUNT(*) FROM %s.seen".formatted(db))) {
      row.next();
      return row.getInt(1);
    }
  }

  private static Void run(Connection connection, String sql, String db) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(db));
    }
    return null;
  }
}
