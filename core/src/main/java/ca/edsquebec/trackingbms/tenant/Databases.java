package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.platform.SettingsException;
import java.util.Optional;

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
  private final RetentionPeriods retentionPeriods;

  private Databases(DatabaseServer server, int poolSize, RetentionPeriod retention) {
    this.server = server;
    pool = new ConnectionPool(server, poolSize);
    migrations = new Migrations(server);
    registry = new RegistryDatabase(pool, server.registry());
    tenants = new Tenants(registry);
    tenantDatabase = new TenantDatabase(pool, server.registry(), tenants);
    retentionPeriods = new RetentionPeriods(registry, tenants, retention);
  }

  /**
   * @param poolSize the setting that says how many connections at most: the web application's or a
   *     job's
   * @throws SettingsException when samples would be kept for too short or too long
   */
  public static Databases open(Settings settings, Setting poolSize) {
    // A thread of the driver that would outlive a redeployed web application, for a task the pool
    // does itself.
    System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
    return new Databases(
        DatabaseServer.from(settings), settings.number(poolSize), retention(settings));
  }

  private static RetentionPeriod retention(Settings settings) {
    try {
      return RetentionPeriod.parse(settings.required(Setting.TBMS_RETENTION_RAW));
    } catch (InvalidException e) {
      throw new SettingsException(Setting.TBMS_RETENTION_RAW + ": " + e.getMessage());
    }
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

  public RetentionPeriods retentionPeriods() {
    return retentionPeriods;
  }

  public Migrations migrations() {
    return migrations;
  }

  public Provisioning provisioning() {
    return new Provisioning(server, registry, tenants, migrations);
  }

  /**
   * A database beside those of the clients, for something that is being put together; it is this
   * program's alone as long as a lease says so.
   *
   * @param kind one lower-case letter: what for
   * @param of for which database; the same two give the same one
   */
  public ScratchDatabase scratch(char kind, String of) {
    return new ScratchDatabase(server, migrations, kind, of);
  }

  /**
   * One connection for something beside the pool, until it is closed. Of a pool of one nothing can
   * be spared: there are two then.
   */
  public SpareConnection spare() {
    return new SpareConnection(pool);
  }

  /**
   * What the server's own programs need to sign in, as the text of an option file, password
   * included: for a file that nobody else can read. Empty when the address says more than such a
   * file can.
   */
  public Optional<String> clientOptions() {
    return server.clientOptions();
  }

  @Override
  public void close() {
    tenantDatabase.close();
    registry.close();
    pool.close();
  }
}
