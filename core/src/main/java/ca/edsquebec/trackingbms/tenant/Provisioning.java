package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes a client: its row in the registry, its database, its schema. Every step may be repeated
 * after a crash anywhere, and none undoes what exists.
 */
public final class Provisioning {

  /** {@code /platform/clients/new} is where a client is made. */
  private static final Set<String> RESERVED = Set.of("new");

  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DatabaseServer server;
  private final RegistryDatabase registry;
  private final Tenants tenants;
  private final Migrations migrations;
  private final Duration patience;
  private final Clock clock = Clock.systemUTC();

  Provisioning(
      DatabaseServer server, RegistryDatabase registry, Tenants tenants, Migrations migrations) {
    this(server, registry, tenants, migrations, PATIENCE);
  }

  Provisioning(
      DatabaseServer server,
      RegistryDatabase registry,
      Tenants tenants,
      Migrations migrations,
      Duration patience) {
    this.patience = patience;
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
   * @throws BusyException when another program makes the same client all the while
   * @throws InvalidException when a database of that name exists and is not this client's, a client
   *     of that name was erased, or the client is being deleted
   */
  public Tenant prepare(TenantId id, String name) {
    return provision(id, name, tenant -> tenant);
  }

  /**
   * As {@link #prepare}, and then whatever else belongs to the making of a client, while no other
   * program makes the same one.
   *
   * @param rest must be repeatable too
   * @return what the rest returns
   */
  public <T> T provision(TenantId id, String name, Function<Tenant, T> rest) {
    return alone(
        id,
        name,
        this::refuseErased,
        (tenant, keeper) -> {
          migrations.create(tenant.database());
          migrations.migrate(tenant);
          keeper.requireHeld();
          return rest.apply(tenant);
        });
  }

  /**
   * Puts tables that were put together elsewhere in the place of all of a client's, and brings them
   * up to date; makes the client when there is none. Repeating it with the same tables is harmless.
   *
   * @param name for a client that is made
   * @param content is dropped
   * @return the client as it was before; {@link Tenant.Status#PROVISIONING} when it was not
   *     complete
   * @throws BusyException when another program is at the same client
   * @throws InvalidException when the client is being deleted
   */
  public Tenant replace(TenantId id, String name, ScratchDatabase content) {
    return alone(
        id,
        name,
        // Brought back from a backup, an erased client is the same one.
        erased -> {},
        (tenant, keeper) -> {
          keeper.requireHeld();
          content.replace(tenant.database());
          migrations.migrate(tenant);
          return tenant;
        });
  }

  private <T> T alone(
      TenantId id,
      String name,
      Consumer<TenantId> beforeMaking,
      BiFunction<Tenant, LeaseKeeper, T> work) {
    boolean oneLine = name.chars().noneMatch(Character::isISOControl);
    if (name.isBlank() || name.length() > 120 || !oneLine) {
      throw new InvalidException("name", "a client's name has 1 to 120 characters on one line");
    }
    // One that crashed in the middle lets go when its lease runs out: worth waiting for.
    Lease lease =
        Lease.acquire(registry, "provision/" + id, LEASE, patience)
            .orElseThrow(
                () -> new BusyException("another program is making client \"" + id + "\" now"));
    try (lease;
        LeaseKeeper keeper = new LeaseKeeper(lease)) {
      tenants.forget(id);
      Optional<Tenant> known = tenants.find(id);
      if (known.isEmpty()) {
        beforeMaking.accept(id);
      }
      Tenant tenant = known.orElseGet(() -> register(id, name.strip()));
      if (!tenant.status().isVisible()) {
        throw new InvalidException("client", "client \"" + id + "\" is being deleted");
      }
      return work.apply(tenant, keeper);
    }
  }

  /** Says that the client is complete. Repeating it changes nothing. */
  public void activate(TenantId id) {
    tenants.activate(id);
  }

  /**
   * Drops a client's database and all that is in it. Repeating it changes nothing.
   *
   * @throws InvalidException when the client is not being erased
   */
  public void drop(Tenant tenant) {
    tenants.forget(tenant.id());
    if (tenants.get(tenant.id()).status() != Tenant.Status.ERASING) {
      throw new InvalidException("client", "client \"" + tenant.id() + "\" is not being erased");
    }
    migrations.drop(tenant.database());
  }

  /** Its audit stays, and programs may remember its batteries: both are for nobody else to see. */
  private void refuseErased(TenantId id) {
    boolean erased =
        registry.sql(
            (connection, db) -> {
              try (var query =
                  connection.prepareStatement(
                      "SELECT 1 FROM %s.audit_chain WHERE chain = ?".formatted(db)
                          + " UNION SELECT 1 FROM %s.audit_entry".formatted(db)
                          + " WHERE chain = '' AND action = 'CLIENT_ERASE' AND object = ?")) {
                query.setString(1, id.slug());
                query.setString(2, "client:" + id);
                try (var rows = query.executeQuery()) {
                  return rows.next();
                }
              }
            });
    if (erased) {
      throw new InvalidException(
          "client", "\"%s\" was the name of a client that was erased: take another".formatted(id));
    }
  }

  private Tenant register(TenantId id, String name) {
    if (RESERVED.contains(id.slug())) {
      throw new InvalidException(
          "client", "\"%s\" is a word of the portal's own addresses: take another".formatted(id));
    }
    String database = databaseName(id);
    if (tableCount(database) > 0) {
      throw new InvalidException(
          "client",
          "database %s exists, holds tables and belongs to no client of this registry: rename or"
                  .formatted(database)
              + " empty it first");
    }
    Tenant tenant =
        Tenant.beginning(id, name, database, clock.instant().truncatedTo(ChronoUnit.MILLIS));
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
