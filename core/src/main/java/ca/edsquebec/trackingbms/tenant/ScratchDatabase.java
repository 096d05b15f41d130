package ca.edsquebec.trackingbms.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database in which something is put together, with a connection of its own beside the pool. Its
 * name can be no client's. What a crash leaves there, the next {@link #recreate} removes.
 *
 * <p>For one thread, outside of any unit of work. Methods throw {@link
 * ca.edsquebec.trackingbms.platform.UnavailableException} when the server is away and {@link
 * DatabaseException} when it refuses a statement.
 */
public final class ScratchDatabase implements AutoCloseable {

  private static final int SLOWEST_MILLIS = (int) Duration.ofMinutes(30).toMillis();

  /** Tables come in any order; zeros in counted columns are zeros; nothing is clipped. */
  private static final String SESSION =
      "SET SESSION foreign_key_checks = 0, unique_checks = 0, lock_wait_timeout = 30,"
          + " sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO'";

  private final DatabaseServer server;
  private final Migrations migrations;
  private final String name;
  private final String retired;
  private Connection connection;

  ScratchDatabase(DatabaseServer server, Migrations migrations, char kind, String of) {
    this.server = server;
    this.migrations = migrations;
    // No client's short name begins with _.
    this.name = server.registry() + "__" + kind + shortened(of);
    this.retired = server.registry() + "__x" + shortened(of);
  }

  public String name() {
    return name;
  }

  /** Makes it anew, empty. */
  public void recreate() {
    drop();
    migrations.create(name);
  }

  /** Removes it, if it is there. */
  public void drop() {
    close();
    migrations.drop(name);
  }

  /** Hand-written SQL; foreign keys are not checked, and the work commits. */
  public <T> T sql(SqlWork<T> work) {
    try {
      if (connection == null) {
        connection = connect();
      }
      return work.run(connection, "`" + name + "`");
    } catch (SQLException e) {
      throw ConnectionPool.failure(name, e);
    }
  }

  /**
   * Puts its tables in the place of all of another database's, at once; whoever reads or writes
   * these meanwhile waits. Then the replaced ones and this database are dropped. Repeating it after
   * a crash is harmless.
   *
   * @param database made when it does not exist
   * @throws DatabaseException when others hold its tables for more than half a minute
   */
  public void replace(String database) {
    migrations.create(database);
    migrations.drop(retired);
    migrations.create(retired);
    sql(
        (open, db) -> {
          String moves =
              Stream.concat(
                      moves(open, database, retired).stream(), moves(open, name, database).stream())
                  .collect(Collectors.joining(", "));
          try (Statement statement = open.createStatement()) {
            statement.execute("RENAME TABLE " + moves);
          }
          return null;
        });
    drop();
    migrations.drop(retired);
  }

  /** The tables of any database of this account by name; none when it does not exist. */
  public List<String> tablesOf(String database) {
    try {
      // A shared host counts connections: one beside the pool's is enough.
      if (connection != null) {
        return tables(connection, database);
      }
      try (Connection open = connect("")) {
        return tables(open, database);
      }
    } catch (SQLException e) {
      throw ConnectionPool.failure(database, e);
    }
  }

  /** Whether some table of a database, but the one of its migrations, has a row. */
  public boolean hasRows(String database) {
    try (Connection open = connect("");
        Statement statement = open.createStatement()) {
      for (String table : tables(open, database)) {
        if (!table.equals("flyway_schema_history")) {
          try (ResultSet row =
              statement.executeQuery(
                  "SELECT 1 FROM `%s`.`%s` LIMIT 1".formatted(database, table))) {
            if (row.next()) {
              return true;
            }
          }
        }
      }
      return false;
    } catch (SQLException e) {
      throw ConnectionPool.failure(database, e);
    }
  }

  private static List<String> moves(Connection open, String from, String to) throws SQLException {
    return tables(open, from).stream()
        .map(table -> "`%s`.`%s` TO `%s`.`%s`".formatted(from, table, to, table))
        .toList();
  }

  private static List<String> tables(Connection open, String database) throws SQLException {
    try (PreparedStatement query =
        open.prepareStatement(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = ?"
                + " AND table_type = 'BASE TABLE' ORDER BY table_name")) {
      query.setString(1, database);
      List<String> tables = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      return tables;
    }
  }

  private Connection connect() throws SQLException {
    Connection open = connect(name);
    try (Statement statement = open.createStatement()) {
      statement.execute(SESSION);
      open.setAutoCommit(false);
      return open;
    } catch (SQLException e) {
      open.close();
      throw e;
    }
  }

  private Connection connect(String database) throws SQLException {
    Connection open =
        DriverManager.getConnection(server.url(database), server.user(), server.password());
    open.setNetworkTimeout(Runnable::run, SLOWEST_MILLIS);
    return open;
  }

  private static String shortened(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw ConnectionPool.failure(name, e);
    } finally {
      connection = null;
    }
  }
}
