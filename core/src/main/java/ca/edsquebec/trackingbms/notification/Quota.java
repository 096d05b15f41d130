package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How many mails all programs together may still send on a day of UTC. A fifth is kept for the
 * installation's own, so that no client's mails can keep anybody from his account.
 */
final class Quota {

  private final RegistryDatabase registry;
  private final int ofAll;
  private final int ofClients;
  private final Clock clock;

  /**
   * @param perDay at least 1
   */
  Quota(RegistryDatabase registry, int perDay, Clock clock) {
    this.registry = registry;
    this.ofAll = perDay;
    this.ofClients = perDay - (perDay + 4) / 5;
    this.clock = clock;
  }

  /**
   * Counts one mail.
   *
   * @param ofClient true when the installation's part is not for it
   * @return the day it counts on; empty when that has no more
   */
  Optional<LocalDate> take(boolean ofClient) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    int limit = ofClient ? ofClients : ofAll;
    boolean taken =
        registry.sql(
            (connection, db) -> {
              if (change(connection, db, today, 1, limit)) {
                return true;
              }
              begin(connection, db, today);
              return change(connection, db, today, 1, limit);
            });
    return taken ? Optional.of(today) : Optional.empty();
  }

  /** The mail that was counted on that day did not go out. */
  void giveBack(LocalDate day) {
    registry.sql((connection, db) -> change(connection, db, day, -1, Integer.MAX_VALUE));
  }

  /** When there is more for whoever got none. */
  Instant nextDay() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        .plusDays(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private static boolean change(Connection connection, String db, LocalDate day, int by, int limit)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE " + db + ".mail_day SET used = used + ? WHERE day = ? AND used < ?")) {
      update.setInt(1, by);
      update.setString(2, day.toString());
      update.setInt(3, limit);
      return update.executeUpdate() == 1;
    }
  }

  private static void begin(Connection connection, String db, LocalDate day) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO "
                + db
                + ".mail_day (day, used) VALUES (?, 0) ON DUPLICATE KEY UPDATE day = day")) {
      insert.setString(1, day.toString());
      insert.executeUpdate();
    }
  }
}
