package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;

/** What was found in the past. Safe for any number of threads, outside of any unit of work. */
public final class HealthHistory {

  private static final int AT_ONCE = 2000;

  private final RegistryDatabase registry;

  public HealthHistory(RegistryDatabase registry) {
    this.registry = registry;
  }

  /** How many findings are from before that time. */
  public long count(Instant before) {
    return registry.sql(
        (connection, db) -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT COUNT(*) FROM " + db + ".health_history WHERE at < ?")) {
            query.setString(1, InstantConverter.text(before));
            try (ResultSet row = query.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /** Deletes them, some at a time. */
  public long deleteBefore(Instant before) {
    long all = 0;
    int some;
    do {
      some =
          registry.sql(
              (connection, db) -> {
                try (PreparedStatement delete =
                    connection.prepareStatement(
                        "DELETE FROM "
                            + db
                            + ".health_history WHERE at < ? ORDER BY at LIMIT "
                            + AT_ONCE)) {
                  delete.setString(1, InstantConverter.text(before));
                  return delete.executeUpdate();
                }
              });
      all += some;
    } while (some == AT_ONCE);
    return all;
  }
}
