package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.tenant.ScratchDatabase;
import java.sql.PreparedStatement;
import java.sql.Statement;

/** What of a restored registry must not be as it was. */
final class RestoredRegistry {

  private RestoredRegistry() {}

  /**
   * Ends all sessions, since some of them were ended after the backup, and follows a registry that
   * is called otherwise on this server: clients' databases are called after it.
   */
  static void adapt(ScratchDatabase registry, String was, String is) {
    registry.sql(
        (connection, db) -> {
          try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                "UPDATE " + db + ".session SET ended_at = UTC_TIMESTAMP(3) WHERE ended_at IS NULL");
          }
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE "
                      + db
                      + ".tenant SET database_name = CONCAT(?, SUBSTRING(database_name, ?))"
                      + " WHERE LEFT(database_name, ?) = ?")) {
            update.setString(1, is + "_");
            update.setInt(2, was.length() + 2);
            update.setInt(3, was.length() + 1);
            update.setString(4, was + "_");
            update.executeUpdate();
          }
          connection.commit();
          return null;
        });
  }
}
