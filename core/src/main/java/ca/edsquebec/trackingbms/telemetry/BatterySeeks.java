package ca.edsquebec.trackingbms.telemetry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the batteries that a table has rows of, from one to the next by a seek each: grouped, the
 * server would rather read every row of a fleet that is small.
 */
final class BatterySeeks {

  private BatterySeeks() {}

  /**
   * @param table its key begins with the battery; its name with that of the database, quoted
   * @return in order
   */
  static List<Long> in(Connection connection, String table) throws SQLException {
    List<Long> batteries = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT MIN(battery_id) FROM %s WHERE battery_id > ?".formatted(table))) {
      query.setLong(1, -1);
      while (addNext(query, batteries)) {
        query.setLong(1, batteries.get(batteries.size() - 1));
      }
    }
    return batteries;
  }

  private static boolean addNext(PreparedStatement query, List<Long> batteries)
      throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      row.next();
      long battery = row.getLong(1);
      return !row.wasNull() && batteries.add(battery);
    }
  }
}
