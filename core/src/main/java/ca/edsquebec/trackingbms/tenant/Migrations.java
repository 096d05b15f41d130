package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * Brings schemas up to date. The registry at the start of the web application; tenants when they
 * are made and by {@code tbms db migrate}, never all at a start.
 */
public final class Migrations {

  /** MySQL's error number for a database that does not exist. */
  private static final int UNKNOWN_DATABASE = 1049;

  /**
   * State of one database's schema.
   *
   * @param version the newest migration applied; empty when none is
   * @param pending how many are still to be applied
   */
  public record SchemaStatus(String database, String version, int pending) {}

  private final DatabaseServer server;

  Migrations(DatabaseServer server) {
    this.server = server;
  }

  /**
   * Makes the registry's database where the account may, and brings its schema up to date.
   *
   * @return how many migrations were applied
   * @throws UnavailableException when the server can't be reached
   */
  public int migrateRegistry() {
    try (Connection connection = connect(server.registry())) {
      connection.isValid(1);
    } catch (SQLException e) {
      if (e.getErrorCode() != UNKNOWN_DATABASE) {
        throw ConnectionPool.failure(server.registry(), e);
      }
      create(server.registry());
    }
    return asking(() -> migrate(flyway("registry", server.registry())));
  }

  /**
   * @return how many migrations were applied
   * @throws UnavailableException when the server can't be reached
   */
  public int migrate(Tenant tenant) {
    return asking(() -> migrate(flyway("tenant", tenant.database())));
  }

  /**
   * Brings a database up to date that is put together beside the one whose place it will take.
   *
   * @param isRegistry whether it has the registry's schema, or a client's
   * @return how many migrations were applied
   * @throws UnavailableException when the server can't be reached
   */
  public int migrate(ScratchDatabase database, boolean isRegistry) {
    // What it has read holds its tables until then.
    database.close();
    return asking(() -> migrate(flyway(isRegistry ? "registry" : "tenant", database.name())));
  }

  /**
   * @throws UnavailableException when the server can't be reached
   */
  public SchemaStatus registryStatus() {
    return asking(() -> status(flyway("registry", server.registry()), server.registry()));
  }

  /**
   * @throws UnavailableException when the server can't be reached
   */
  public SchemaStatus status(Tenant tenant) {
    return asking(() -> status(flyway("tenant", tenant.database()), tenant.database()));
  }

  /**
   * How many migrations a database has had that this program does not know: a newer one made it.
   *
   * @param isRegistry whether it has the registry's schema, or a client's
   */
  public int unknown(ScratchDatabase database, boolean isRegistry) {
    Flyway flyway = flyway(isRegistry ? "registry" : "tenant", database.name());
    return asking(
        () ->
            (int)
                Arrays.stream(flyway.info().applied())
                    .filter(info -> info.getState().isApplied() && !info.getState().isResolved())
                    .count());
  }

  void create(String database) {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      // Stated, not inherited: some servers still default to latin1.
      statement.executeUpdate(
          "CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"
              .formatted(database));
    } catch (SQLException e) {
      throw ConnectionPool.failure(database, e);
    }
  }

  void drop(String database) {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP DATABASE IF EXISTS `%s`".formatted(database));
    } catch (SQLException e) {
      throw ConnectionPool.failure(database, e);
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(server.url(database), server.user(), server.password());
  }

  /** Flyway makes connections of its own, and tells in its own words when it gets none. */
  private static <T> T asking(Supplier<T> work) {
    try {
      return work.get();
    } catch (FlywayException e) {
      throw RegistryDatabase.isAway(e) ? ConnectionPool.away(e) : e;
    }
  }

  // A migration that broke off is recorded as failed. Its statements are repeatable (they must be:
  // MySQL commits each table by itself), so it is simply run again.
  private static int migrate(Flyway flyway) {
    boolean brokeOff =
        Arrays.stream(flyway.info().applied()).anyMatch(info -> info.getState().isFailed());
    if (brokeOff) {
      flyway.repair();
    }
    return flyway.migrate().migrationsExecuted;
  }

  private static SchemaStatus status(Flyway flyway, String database) {
    MigrationInfoService info = flyway.info();
    MigrationInfo current = info.current();
    return new SchemaStatus(
        database, current == null ? "" : current.getVersion().getVersion(), info.pending().length);
  }

  private Flyway flyway(String schema, String database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(server.url(database), server.user(), server.password())
        .locations("classpath:sql/" + schema)
        .connectRetries(0)
        .lockRetryCount((int) Duration.ofMinutes(1).toSeconds())
        .load();
  }
}
