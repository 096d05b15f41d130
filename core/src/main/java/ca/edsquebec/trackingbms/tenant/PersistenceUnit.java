package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.persistence.exceptions.EclipseLinkException;

/** One entity manager factory for all databases of one schema; each manager is bound to one. */
final class PersistenceUnit implements AutoCloseable {

  private static final String DATA_SOURCE = "jakarta.persistence.nonJtaDataSource";

  private final ConnectionPool pool;
  private final String name;
  private final String neutral;
  private volatile EntityManagerFactory factory;

  /**
   * @param neutral a database that is never written through this unit's default binding
   */
  PersistenceUnit(String name, ConnectionPool pool, String neutral) {
    this.name = name;
    this.pool = pool;
    this.neutral = neutral;
    this.factory = newFactory();
  }

  private EntityManagerFactory newFactory() {
    return Persistence.createEntityManagerFactory(
        name,
        Map.of(
            DATA_SOURCE,
            new BoundDataSource(pool, neutral),
            "eclipselink.target-database",
            "MySQL",
            "eclipselink.weaving",
            "static",
            "eclipselink.jdbc.batch-writing",
            "JDBC",
            // What goes wrong is thrown, and handled or logged where it is caught.
            "eclipselink.logging.level",
            "OFF",
            "eclipselink.classloader",
            PersistenceUnit.class.getClassLoader()));
  }

  <T> T read(String database, Function<EntityManager, T> work) {
    return pool.unit(database, () -> withManager(database, work));
  }

  <T> T write(String database, Function<EntityManager, T> work) {
    return pool.unit(database, () -> withManager(database, em -> committed(em, work)));
  }

  private <T> T withManager(String database, Function<EntityManager, T> work) {
    EntityManager manager = manager(database);
    try {
      return work.apply(manager);
    } catch (PersistenceException | EclipseLinkException e) {
      throw translated(database, e);
    } finally {
      manager.close();
    }
  }

  private EntityManager manager(String database) {
    EntityManagerFactory used = factory;
    try {
      return used.createEntityManager(
          Map.of(
              DATA_SOURCE,
              new BoundDataSource(pool, database),
              "eclipselink.jdbc.exclusive-connection.mode",
              "Always"));
    } catch (PersistenceException | EclipseLinkException e) {
      replace(used);
      throw translated(database, e);
    }
  }

  // One that was asked for its first manager while the database was away stays broken for good.
  private synchronized void replace(EntityManagerFactory broken) {
    if (factory == broken) {
      factory = newFactory();
    }
  }

  private static <T> T committed(EntityManager manager, Function<EntityManager, T> work) {
    EntityTransaction transaction = manager.getTransaction();
    transaction.begin();
    try {
      T result = work.apply(manager);
      transaction.commit();
      return result;
    } finally {
      if (transaction.isActive()) {
        transaction.rollback();
      }
    }
  }

  /** Hand-written SQL within the transaction of a manager of ours, behind what it has to write. */
  static <T> T sqlWithin(EntityManager transaction, SqlWork<T> work) {
    transaction.flush();
    // Its transaction begins at, and is committed because of, a statement of its own.
    transaction.createNativeQuery("DO 0").executeUpdate();
    Connection connection = transaction.unwrap(Connection.class);
    String database = "";
    try {
      database = connection.getCatalog();
      return work.run(connection, "`" + database + "`");
    } catch (SQLException e) {
      throw ConnectionPool.failure(database, e);
    }
  }

  private static RuntimeException translated(String database, RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return ConnectionPool.failure(database, sql);
      }
      if (cause instanceof UnavailableException unavailable) {
        return unavailable;
      }
    }
    return e;
  }

  @Override
  public void close() {
    factory.close();
  }
}
