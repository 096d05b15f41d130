package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;

/**
 * All databases of an installation through one pool. Made once per program and closed at its end;
 * hands out the faces of this package.
 */
public final class Databases implements AutoCloseable {

  private final DatabaseServer server;
  private final ConnectionPool pool;
  private final Migrations migrations;
  private final RegistryDatabase registry;
  private final Tenants tenants;
  private final TenantDatabase tenantDatabase;

  private Databases(DatabaseServer server, int poolSize) {
    this.server = server;
    pool = new ConnectionPool(server, poolSize);
    migrations = new Migrations(server);
    registry = new RegistryDatabase(pool, server.registry());
    tenants = new Tenants(registry);
    tenantDatabase = new TenantDatabase(pool, server.registry(), tenants);
  }

  /**
   * @param poolSize the setting that says how many connections at most: the web application's or a
   *     job's
   */
  public static Databases open(Settings settings, Setting poolSize) {
    // A thread of the driver that would outlive a redeployed web application, for a task the pool
    // does itself.
    System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
    return new Databases(DatabaseServer.from(settings), settings.number(poolSize));
  }

  public RegistryDatabase registry() {
    return registry;
  }

  public Tenants tenants() {
    return tenants;
  }

  public TenantDatabase tenantDatabase() {
    return tenantDatabase;
  }

  public Migrations migrations() {
    return migrations;
  }

  public Provisioning provisioning() {
    return new Provisioning(server, registry, tenants, migrations);
  }

  @Override
  public void close() {
    tenantDatabase.close();
    registry.close();
    pool.close();
  }
}
