package ca.edsquebec.trackingbms.tenant;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/**
 * The clients' databases: every unit of work is bound to one tenant. Safe for any number of
 * threads; a thread within one unit of work can't open another, here or in {@link
 * RegistryDatabase}.
 *
 * <p>All methods throw {@link ca.edsquebec.trackingbms.platform.NotFoundException} for an unknown
 * tenant, {@link ca.edsquebec.trackingbms.platform.UnavailableException} when the database is away
 * and {@link DatabaseException} when it refuses a statement.
 */
public final class TenantDatabase {

  private final ConnectionPool pool;
  private final Tenants tenants;
  private final Lazy<PersistenceUnit> unit;

  TenantDatabase(ConnectionPool pool, String neutral, Tenants tenants) {
    this.pool = pool;
    this.tenants = tenants;
    this.unit = new Lazy<>(() -> new PersistenceUnit("tenant", pool, neutral));
  }

  /** Reads through JPA; nothing may be kept of the manager. Return records, not entities. */
  public <T> T read(TenantId tenant, Function<EntityManager, T> work) {
    return unit.get().read(databaseOf(tenant), work);
  }

  /** As {@link #read}, in a transaction that is committed when the work returns. */
  public <T> T write(TenantId tenant, Function<EntityManager, T> work) {
    return unit.get().write(databaseOf(tenant), work);
  }

  /** Hand-written SQL, each statement committed by itself. */
  public <T> T sql(TenantId tenant, SqlWork<T> work) {
    return pool.sql(databaseOf(tenant), false, work);
  }

  /** Hand-written SQL in one transaction, committed when the work returns. */
  public <T> T sqlTransaction(TenantId tenant, SqlWork<T> work) {
    return pool.sql(databaseOf(tenant), true, work);
  }

  /** As {@link RegistryDatabase#sqlSnapshot}, in a client's database. */
  public <T> T sqlSnapshot(TenantId tenant, SqlWork<T> work) {
    return pool.snapshot(databaseOf(tenant), work);
  }

  /** The client as the registry had it within the last seconds; outside of any unit of work. */
  public Tenant tenant(TenantId tenant) {
    return tenants.get(tenant);
  }

  /** Hand-written SQL as a part of the transaction of a {@link #write} that goes on. */
  public <T> T sqlWithin(EntityManager transaction, SqlWork<T> work) {
    return PersistenceUnit.sqlWithin(transaction, work);
  }

  // Asks the registry, and lets go of it, before the tenant's unit of work begins.
  private String databaseOf(TenantId tenant) {
    return tenants.get(tenant).database();
  }

  void close() {
    unit.close();
  }
}
