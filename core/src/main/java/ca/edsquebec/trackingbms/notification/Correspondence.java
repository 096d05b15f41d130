package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The messages to one address, waiting or delivered, as long as they are kept; what they say stays
 * sealed. Safe for any number of threads; what takes no entity manager is to be called outside of
 * any unit of work.
 */
public final class Correspondence {

  // The column takes accents for nothing; two people may differ by one.
  private static final String RECIPIENT = "recipient COLLATE utf8mb4_bin = ?";

  private final RegistryDatabase registry;
  private final TenantDatabase clients;

  /**
   * A message without what it says.
   *
   * @param template which kind of message
   * @param state WAITING, SENDING, ENDING, SENT or FAILED
   * @param doneAt empty while it is to be delivered
   */
  public record Message(
      String uid, String template, String state, Instant queuedAt, Optional<Instant> doneAt) {}

  public Correspondence(Databases databases) {
    this.registry = databases.registry();
    this.clients = databases.tenantDatabase();
  }

  /**
   * @param client whose outbox; empty for the installation's
   * @param after the uid behind which to go on; empty to begin with the first
   * @param limit as many at most
   */
  public List<Message> to(
      Optional<TenantId> client, String recipient, Optional<String> after, int limit) {
    SqlWork<List<Message>> read =
        (connection, db) -> {
          String sql =
              "SELECT uid, template, state, queued_at, done_at FROM %s.outbox WHERE %s AND uid > ?"
                  .formatted(db, RECIPIENT);
          try (PreparedStatement query =
              connection.prepareStatement(sql + " ORDER BY uid LIMIT ?")) {
            query.setString(1, recipient);
            query.setString(2, after.orElse(""));
            query.setInt(3, limit);
            return messages(query);
          }
        };
    if (client.isEmpty()) {
      return registry.sql(read);
    }
    return isMade(client.get()) ? clients.sql(client.get(), read) : List.of();
  }

  /** Deletes all of a client's to that address; one that is being sent may still arrive. */
  public int forget(TenantId client, String recipient) {
    return isMade(client) ? clients.sql(client, forgetting(recipient)) : 0;
  }

  /** As the other one, of the installation's, within a transaction of the registry. */
  public int forget(EntityManager registryTransaction, String recipient) {
    return registry.sqlWithin(registryTransaction, forgetting(recipient));
  }

  /** One that is still being made may have no database yet; nothing is queued there. */
  private boolean isMade(TenantId client) {
    return clients.tenant(client).status() != Tenant.Status.PROVISIONING;
  }

  private static SqlWork<Integer> forgetting(String recipient) {
    return (connection, db) -> {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM " + db + ".outbox WHERE " + RECIPIENT)) {
        delete.setString(1, recipient);
        return delete.executeUpdate();
      }
    };
  }

  private static List<Message> messages(PreparedStatement query) throws java.sql.SQLException {
    List<Message> found = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(
            new Message(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                InstantConverter.instant(row.getString(4)),
                Optional.ofNullable(row.getString(5)).map(InstantConverter::instant)));
      }
    }
    return found;
  }
}
