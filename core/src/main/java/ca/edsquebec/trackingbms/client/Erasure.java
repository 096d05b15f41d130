package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.Provisioning;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.Tenant.Status;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Erases clients for good: first it is written down that there is no way back, then the database
 * goes, then in one transaction all rows of the registry that are the client's, with the accounts
 * of people who belong nowhere else. A crash anywhere leaves what the next run completes. The audit
 * stays: it holds ids and no data.
 *
 * <p>To be called outside of any unit of work.
 */
public final class Erasure {

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final RegistryDatabase registry;
  private final Tenants tenants;
  private final Provisioning provisioning;
  private final Standing standing;
  private final Audit audit;
  private final Clock clock;

  public Erasure(
      RegistryDatabase registry,
      Tenants tenants,
      Provisioning provisioning,
      Standing standing,
      Audit audit,
      Clock clock) {
    this.registry = registry;
    this.tenants = tenants;
    this.provisioning = provisioning;
    this.standing = standing;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those whose grace is over, or whose erasing broke off. */
  public List<Tenant> due() {
    Instant now = clock.instant();
    return tenants.list().stream()
        .filter(
            tenant ->
                tenant.status() == Status.ERASING
                    || (tenant.status() == Status.DELETING
                        && tenant.hold().flatMap(Tenant.Hold::eraseAt).stream()
                            .anyMatch(time -> !time.isAfter(now))))
        .toList();
  }

  /**
   * Erases a client that is marked for deletion, before its grace is over too.
   *
   * @param confirmedName the name that people know it by, to be sure which one is meant
   * @throws NotFoundException when there is no such client (any more)
   * @throws InvalidException when it is not marked, or the name is another one
   * @throws BusyException when another program erases it at this moment
   */
  public void erase(Actor by, TenantId id, String confirmedName) {
    Tenant tenant = standing.now(id);
    if (tenant.status().isVisible()) {
      throw new InvalidException(
          "client",
          "client \"%s\" is %s: mark it for deletion first".formatted(id, tenant.status()));
    }
    if (!tenant.name().equals(confirmedName.strip())) {
      throw new InvalidException(
          "confirm", "client \"%s\" is not called \"%s\"".formatted(id, confirmedName.strip()));
    }
    // Of its making too: whoever makes a client of this name meanwhile waits.
    Lease lease =
        Lease.acquire(registry, "provision/" + id, LEASE, PATIENCE)
            .orElseThrow(
                () -> new BusyException("another program is at client \"" + id + "\" now"));
    try (lease) {
      standing.beginErasing(by, id);
      provisioning.drop(tenant);
      registry.write(
          em -> {
            registry.sqlWithin(em, (connection, db) -> eraseRows(connection, db, id));
            audit.record(
                em,
                Optional.empty(),
                by,
                new Change(
                    Action.CLIENT_ERASE, "client:" + id, Map.of("name", tenant.name()), Map.of()));
            return null;
          });
      tenants.forget(id);
    }
  }

  private static int eraseRows(Connection connection, String db, TenantId id) throws SQLException {
    List<Long> people = LonelyPeople.of(connection, db, id);
    for (RegistryRows.Rows rows : RegistryRows.ofClients(connection, db)) {
      try (var delete =
          connection.prepareStatement(
              "DELETE FROM %s.`%s` WHERE %s"
                  .formatted(db, rows.table(), rows.condition().replace("{db}", db)))) {
        delete.setString(1, id.slug());
        delete.executeUpdate();
      }
    }
    LonelyPeople.delete(connection, db, people);
    return people.size();
  }
}
