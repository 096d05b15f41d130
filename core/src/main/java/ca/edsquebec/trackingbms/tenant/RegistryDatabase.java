package ca.edsquebec.trackingbms.tenant;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The installation's own database: tenants, identity, leases. Safe for any number of threads; a
 * thread within one unit of work can't open another, here or in {@link TenantDatabase}.
 */
public final class RegistryDatabase {

  private final ConnectionPool pool;
  private final String name;
  private final Lazy<PersistenceUnit> unit;

  RegistryDatabase(ConnectionPool pool, String name) {
    this.pool = pool;
    this.name = name;
    this.unit = new Lazy<>(() -> new PersistenceUnit("registry", pool, name));
  }

  /** Reads through JPA; nothing may be kept of the manager. Return records, not entities. */
  public <T> T read(Function<EntityManager, T> work) {
    return unit.get().read(name, work);
  }

  /** As {@link #read}, in a transaction that is committed when the work returns. */
  public <T> T write(Function<EntityManager, T> work) {
    return unit.get().write(name, work);
  }

  /** Hand-written SQL, each statement committed by itself. */
  public <T> T sql(SqlWork<T> work) {
    return pool.sql(name, false, work);
  }

  /** Hand-written SQL in one transaction, committed when the work returns. */
  public <T> T sqlTransaction(SqlWork<T> work) {
    return pool.sql(name, true, work);
  }

  /**
   * Hand-written SQL that only reads, all of it as of the moment of the call, over any number of
   * statements. Keeps its connection, and the server what has changed since, until the work
   * returns.
   */
  public <T> T sqlSnapshot(SqlWork<T> work) {
    return pool.snapshot(name, work);
  }

  /** Hand-written SQL as a part of the transaction of a {@link #write} that goes on. */
  public <T> T sqlWithin(EntityManager transaction, SqlWork<T> work) {
    return PersistenceUnit.sqlWithin(transaction, work);
  }

  /**
   * Its connections, for a library that wants no less. They come from the same pool, whose size
   * holds for them, too; nobody watches that a thread takes one at a time.
   */
  public DataSource dataSource() {
    return new BoundDataSource(pool, name);
  }

  /** Whether a failure of such a library comes from a database that is away. */
  public static boolean isAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && ConnectionPool.isAway(sql)) {
        return true;
      }
    }
    return false;
  }

  /** The registry's database name. */
  public String name() {
    return name;
  }

  void close() {
    unit.close();
  }
}
