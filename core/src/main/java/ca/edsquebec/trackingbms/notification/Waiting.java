package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What waits in outboxes, and what went out today, for whoever watches the installation. Safe for
 * any number of threads; to be called outside of any unit of work.
 */
public final class Waiting {

  private final Databases databases;

  public Waiting(Databases databases) {
    this.databases = databases;
  }

  /**
   * When the message that waits longest was due; one that is put off counts from then on.
   *
   * @param where empty for the registry's outbox
   * @return empty when nothing waits
   */
  public Optional<Instant> oldest(Optional<TenantId> where) {
    return sql(
        where,
        (connection, db) -> {
          try (PreparedStatement query =
                  connection.prepareStatement(
                      "SELECT MIN(due_at) FROM " + db + ".outbox WHERE state = 'WAITING'");
              ResultSet row = query.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getString(1)).map(InstantConverter::instant);
          }
        });
  }

  /** How many mails of all outboxes went out on a day of UTC. */
  public int sentOn(LocalDate day) {
    return databases
        .registry()
        .sql(
            (connection, db) -> {
              try (PreparedStatement query =
                  connection.prepareStatement(
                      "SELECT used FROM " + db + ".mail_day WHERE day = ?")) {
                query.setString(1, day.toString());
                try (ResultSet row = query.executeQuery()) {
                  return row.next() ? row.getInt(1) : 0;
                }
              }
            });
  }

  private <T> T sql(Optional<TenantId> where, SqlWork<T> work) {
    return where.isPresent()
        ? databases.tenantDatabase().sql(where.get(), work)
        : databases.registry().sql(work);
  }
}
