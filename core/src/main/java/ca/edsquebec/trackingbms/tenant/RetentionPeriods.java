package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.NotFoundException;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How long each client's samples are kept as they came: the installation's period, unless the
 * client has one of its own. Always as the registry has it now.
 *
 * <p>Safe for any number of threads; to be called outside of any unit of work. The errors are those
 * of {@link RegistryDatabase}.
 */
public final class RetentionPeriods {

  private static final String LOCK = "SELECT slug FROM %s.tenant WHERE slug = ? FOR UPDATE";
  private static final String OWN = "SELECT raw FROM %s.tenant_retention WHERE tenant = ?";
  private static final String SET =
      "INSERT INTO %s.tenant_retention (tenant, raw) VALUES (?, ?)"
          + " ON DUPLICATE KEY UPDATE raw = VALUES(raw)";
  private static final String CLEAR = "DELETE FROM %s.tenant_retention WHERE tenant = ?";

  private final RegistryDatabase registry;
  private final Tenants tenants;
  private final RetentionPeriod installation;

  RetentionPeriods(RegistryDatabase registry, Tenants tenants, RetentionPeriod installation) {
    this.registry = registry;
    this.tenants = tenants;
    this.installation = installation;
  }

  /** What holds for clients without a period of their own. */
  public RetentionPeriod ofInstallation() {
    return installation;
  }

  /**
   * What holds for a client.
   *
   * @throws NotFoundException when there is no such client
   */
  public RetentionPeriod of(TenantId tenant) {
    return own(tenant).orElse(installation);
  }

  /**
   * Empty when the client has what the installation has.
   *
   * @throws NotFoundException when there is no such client
   */
  public Optional<RetentionPeriod> own(TenantId tenant) {
    tenants.get(tenant);
    return registry.sql((connection, db) -> own(connection, db, tenant));
  }

  /**
   * The same in a transaction of the registry, until whose end nobody else who asks so gets an
   * answer about that client.
   *
   * @throws NotFoundException when there is no such client
   */
  public Optional<RetentionPeriod> held(EntityManager registryTransaction, TenantId tenant) {
    return registry.sqlWithin(
        registryTransaction,
        (connection, db) -> {
          // There may be no row of its own that could be locked.
          try (PreparedStatement lock = connection.prepareStatement(LOCK.formatted(db))) {
            lock.setString(1, tenant.slug());
            try (ResultSet row = lock.executeQuery()) {
              if (!row.next()) {
                throw new NotFoundException("client \"" + tenant + "\"");
              }
            }
          }
          return own(connection, db, tenant);
        });
  }

  private static Optional<RetentionPeriod> own(Connection connection, String db, TenantId tenant)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(OWN.formatted(db))) {
      query.setString(1, tenant.slug());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(RetentionPeriod.parse(row.getString(1))) : Optional.empty();
      }
    }
  }

  /**
   * Gives a client a period of its own. Nothing is deleted now; a longer one brings nothing back.
   *
   * @throws NotFoundException when there is no such client
   */
  public void set(TenantId tenant, RetentionPeriod period) {
    change(tenant, SET, period.toString());
  }

  /**
   * Lets the installation's period hold for a client again.
   *
   * @throws NotFoundException when there is no such client
   */
  public void clear(TenantId tenant) {
    change(tenant, CLEAR);
  }

  /**
   * The same in a transaction of the registry.
   *
   * @param own empty to let the installation's period hold again
   */
  public void change(
      EntityManager registryTransaction, TenantId tenant, Optional<RetentionPeriod> own) {
    registry.sqlWithin(
        registryTransaction,
        (connection, db) ->
            own.isPresent()
                ? run(connection, db, SET, tenant, own.get().toString())
                : run(connection, db, CLEAR, tenant));
  }

  private void change(TenantId tenant, String sql, String... more) {
    tenants.get(tenant);
    registry.sql((connection, db) -> run(connection, db, sql, tenant, more));
  }

  private static int run(
      Connection connection, String db, String sql, TenantId tenant, String... more)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.formatted(db))) {
      statement.setString(1, tenant.slug());
      for (int i = 0; i < more.length; i++) {
        statement.setString(i + 2, more[i]);
      }
      return statement.executeUpdate();
    }
  }
}
