package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import com.mysql.cj.exceptions.CJCommunicationsException;
import com.mysql.cj.exceptions.StatementIsClosedException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** The one pool for all databases of a server. Enforces that a thread holds one connection. */
final class ConnectionPool implements AutoCloseable {

  private static final Duration RETRY = Duration.ofSeconds(2);

  /** Of the server, of this account now, of this account for the hour. */
  private static final Set<Integer> NO_MORE_CONNECTIONS = Set.of(1040, 1203, 1226);

  /** A server that ends, or its guard, interrupts statements and kills connections. */
  private static final Set<Integer> ENDED_BY_SERVER = Set.of(1053, 1317, 1927);

  private final ThreadLocal<String> held = new ThreadLocal<>();
  private final HikariDataSource source;
  private final int size;
  private int spared;

  ConnectionPool(DatabaseServer server, int size) {
    this.size = size;
    HikariConfig config = new HikariConfig();
    config.setPoolName("tbms");
    config.setDriverClassName("com.mysql.cj.jdbc.Driver");
    config.setJdbcUrl(server.url(server.registry()));
    config.setUsername(server.user());
    config.setPassword(server.password());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
    config.setMaxLifetime(Duration.ofMinutes(25).toMillis());
    config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    // The registry may not exist yet; the first use says what is wrong.
    config.setInitializationFailTimeout(-1);
    source = new HikariDataSource(config);
  }

  /**
   * Runs a unit of work that may check out one connection.
   *
   * @throws IllegalStateException when this thread is within such a unit already
   */
  <T> T unit(String database, Supplier<T> work) {
    String other = held.get();
    if (other != null) {
      throw new IllegalStateException(
          "this thread works in database %s and must let go before it opens %s"
              .formatted(other, database));
    }
    held.set(database);
    try {
      return work.get();
    } finally {
      held.remove();
    }
  }

  /** A connection whose current database is the named one. Only within {@link #unit}. */
  Connection checkOut(String database) throws SQLException {
    Connection connection = source.getConnection();
    try {
      // Before any statement is made: a statement remembers the database of its creation. The
      // driver knows the current one without asking, since nobody changes it in another way.
      if (!database.equals(connection.getCatalog())) {
        connection.setCatalog(database);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  <T> T sql(String database, boolean transaction, SqlWork<T> work) {
    return unit(
        database,
        () -> {
          try (Connection connection = checkOut(database)) {
            String db = "`" + database + "`";
            return transaction ? inTransaction(connection, db, work) : work.run(connection, db);
          } catch (SQLException e) {
            throw failure(database, e);
          }
        });
  }

  /** All that the work reads is of one moment, however long it reads; it can't write. */
  <T> T snapshot(String database, SqlWork<T> work) {
    return sql(
        database,
        false,
        (connection, db) -> {
          // The pool sets the isolation back when the connection returns.
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
          return inTransaction(
              connection,
              db,
              (open, name) -> {
                try (Statement begin = open.createStatement()) {
                  begin.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
                }
                return work.run(open, name);
              });
        });
  }

  private static <T> T inTransaction(Connection connection, String db, SqlWork<T> work)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.run(connection, db);
      connection.commit();
      return result;
    } catch (Throwable e) {
      rollback(connection, e);
      throw e;
    }
    // The pool itself sets the connection back: doing it here would commit after an Error, and
    // hide what went wrong when the connection is lost.
  }

  private static void rollback(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      cause.addSuppressed(lost);
    }
  }

  /** Has one connection fewer at most, but one at least; idle ones are closed. */
  synchronized void shrink() {
    spared++;
    resize();
    source.getHikariPoolMXBean().softEvictConnections();
  }

  /** Takes back what {@link #shrink} gave up. */
  synchronized void grow() {
    spared--;
    resize();
  }

  private void resize() {
    source.getHikariConfigMXBean().setMaximumPoolSize(Math.max(1, size - spared));
  }

  /** Tells «the database is away» from «our statement is wrong». */
  static RuntimeException failure(String database, SQLException e) {
    return isAway(e)
        ? away(e)
        : new DatabaseException("in database " + database + ": " + e.getMessage(), e);
  }

  static UnavailableException away(Exception e) {
    return new UnavailableException("the database can't be reached", RETRY, e);
  }

  static boolean isAway(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return e instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || NO_MORE_CONNECTIONS.contains(e.getErrorCode())
        || ENDED_BY_SERVER.contains(e.getErrorCode())
        || isBrokenLine(e);
  }

  // The driver does not always name the state when a server dies in the middle of its answer; what
  // the pool closes because its line broke, it calls a closed statement.
  private static boolean isBrokenLine(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || cause instanceof CJCommunicationsException
          || cause instanceof StatementIsClosedException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    source.close();
  }
}
