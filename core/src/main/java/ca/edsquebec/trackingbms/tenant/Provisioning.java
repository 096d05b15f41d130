package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Makes a client: its row in the registry, its database, its schema. Every step may be repeated
 * after a crash anywhere, and none undoes what exists.
 */
public final class Provisioning {

  private static final Duration LEASE = Duration.ofMinutes(5);

  private final DatabaseServer server;
  private final RegistryDatabase registry;
  private final Tenants tenants;
  private final Migrations migrations;
  private final Clock clock = Clock.systemUTC();

  Provisioning(
      DatabaseServer server, RegistryDatabase registry, Tenants tenants, Migrations migrations) {
    this.server = server;
    this.registry = registry;
    this.tenants = tenants;
    this.migrations = migrations;
  }

  /**
   * Makes what is missing of a client, up to its schema; an existing one keeps its name.
   *
   * @param name what people read; not blank, at most 120 characters
   * @return the client; {@link Tenant.Status#PROVISIONING} until {@link #activate}
   * @throws UnavailableException when another program makes the same client now
   * @throws InvalidException when a database of that name exists and is not this client's
   */
  public Tenant prepare(TenantId id, String name) {
    if (name.isBlank() || name.length() > 120) {
      throw new InvalidException("name", "a client's name has 1 to 120 characters");
    }
    try (Lease lease = lease(id)) {
      Tenant tenant = tenants.find(id).orElseGet(() -> register(id, name.strip()));
      migrations.create(tenant.database());
      migrations.migrate(tenant);
      return tenant;
    }
  }

  /** Says that the client is complete. Repeating it changes nothing. */
  public void activate(TenantId id) {
    tenants.activate(id);
  }

  private Lease lease(TenantId id) {
    Optional<Lease> lease = Lease.tryAcquire(registry, "provision/" + id, LEASE);
    return lease.orElseThrow(
        () ->
            new UnavailableException(
                "another program is making client \"" + id + "\" now", LEASE, null));
  }

  private Tenant register(TenantId id, String name) {
    String database = databaseName(id);
    if (tableCount(database) > 0) {
      throw new InvalidException(
          "client",
          "database %s exists, holds tables and belongs to no client of this registry: rename or"
                  .formatted(database)
              + " empty it first");
    }
    Tenant tenant =
        new Tenant(
            id,
            name,
            database,
            Tenant.Status.PROVISIONING,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    tenants.add(tenant);
    return tenant;
  }

  // 64 characters at most, as MySQL allows: the settings hold the registry's name to 39.
  private String databaseName(TenantId id) {
    return server.registry() + "_" + id.slug().replace('-', '_');
  }

  private int tableCount(String database) {
    return registry.sql(
        (connection, db) -> {
          try (var query =
              connection.prepareStatement(
                  "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = ?")) {
            query.setString(1, database);
            try (var row = query.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }
}
