package ca.edsquebec.trackingbms.testkit;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A fresh installation on the test server: a registry of its own and two clients, {@code acme} and
 * {@code boreal}. Close it to drop its databases.
 */
public final class TestInstallation implements AutoCloseable {

  private final DatabaseAccess access;
  private final String registry =
      "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Databases databases;

  public TestInstallation() {
    this(Map.of());
  }

  /**
   * @param overrides settings by name, over those made here
   */
  public TestInstallation(Map<String, String> overrides) {
    this(TestDatabase.access(), overrides);
  }

  /** As above, on a server that belongs to the test. */
  public TestInstallation(DatabaseAccess access, Map<String, String> overrides) {
    this.access = access;
    environment.put("TBMS_HOME", TestDatabase.projectRoot().resolve("target/no-home").toString());
    environment.put("TBMS_DB_URL", access.url(registry));
    environment.put("TBMS_DB_USER", access.user());
    environment.put("TBMS_DB_PASSWORD", access.password());
    environment.put("TBMS_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
    environment.putAll(overrides);
    databases = Databases.open(settings(), Setting.TBMS_DB_POOL);
    databases.migrations().migrateRegistry();
    addTenant("acme", "Acme Énergie");
    addTenant("boreal", "Boréal Transport");
  }

  public Databases databases() {
    return databases;
  }

  public Audit audit() {
    return TestAudit.of(databases, Clock.systemUTC());
  }

  public Settings settings() {
    return Settings.from(environment);
  }

  /** Settings by name, as an environment. */
  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  public DatabaseAccess access() {
    return access;
  }

  public TenantId tenant(String slug) {
    return databases.tenants().get(new TenantId(slug)).id();
  }

  /** The name of a client's database. */
  public String databaseOf(String slug) {
    return databases.tenants().get(new TenantId(slug)).database();
  }

  /** Makes a further client, ready for use. */
  public TenantId addTenant(String slug, String name) {
    Tenant tenant = databases.provisioning().prepare(new TenantId(slug), name);
    databases.provisioning().activate(tenant.id());
    return tenant.id();
  }

  @Override
  public void close() {
    String[] drops =
        databases.tenants().list().stream()
            .map(tenant -> "DROP DATABASE IF EXISTS `" + tenant.database() + "`")
            .toArray(String[]::new);
    databases.close();
    try {
      access.execute(drops);
      access.execute("DROP DATABASE IF EXISTS `" + registry + "`");
    } catch (SQLException e) {
      throw new IllegalStateException("could not drop the databases of " + registry, e);
    }
  }
}
