package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;

/**
 * How many connections are used of those there may be: of our account where the server has a limit
 * for it, else of the whole server.
 */
final class ConnectionsCheck implements Check {

  private static final double SCARCE = 0.8;
  private static final double ALMOST_NONE = 0.95;

  /** Without special rights the list holds one's own connections only, which are those meant. */
  private static final String OWN =
      "SELECT COUNT(*) FROM information_schema.processlist"
          + " WHERE user = SUBSTRING_INDEX(CURRENT_USER(), '@', 1)";

  private final RegistryDatabase registry;

  ConnectionsCheck(Surroundings around) {
    this.registry = around.databases().registry();
  }

  @Override
  public String name() {
    return "connections";
  }

  @Override
  public List<Finding> look() {
    return registry.sql((connection, db) -> List.of(look(connection)));
  }

  private Finding look(Connection connection) throws SQLException {
    // For a session it is the limit of its account, or the server's for each account; 0: none.
    OptionalLong ofAccount = number(connection, "SELECT @@SESSION.max_user_connections", 1);
    if (ofAccount.isPresent() && ofAccount.getAsLong() > 0) {
      return judge(number(connection, OWN, 1), ofAccount.getAsLong(), "account");
    }
    OptionalLong all = number(connection, "SHOW GLOBAL STATUS LIKE 'Threads_connected'", 2);
    OptionalLong limit = number(connection, "SELECT @@GLOBAL.max_connections", 1);
    return limit.isEmpty()
        ? Finding.unknown(name(), "no-limit")
        : judge(all, limit.getAsLong(), "server");
  }

  private Finding judge(OptionalLong used, long limit, String whose) {
    return used.isEmpty()
        ? Finding.unknown(name(), "no-limit")
        : judge(used.getAsLong(), limit).with(whose);
  }

  static Finding judge(long used, long limit) {
    Measure measure = Measure.of(used, limit, Measure.Unit.COUNT);
    if (used >= ALMOST_NONE * limit) {
      return Finding.of("connections", Status.FAIL, "scarce", measure);
    }
    return used >= SCARCE * limit
        ? Finding.of("connections", Status.WARN, "scarce", measure)
        : Finding.of("connections", Status.OK, "ok", measure);
  }

  private static OptionalLong number(Connection connection, String sql, int column)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? OptionalLong.of(row.getLong(column)) : OptionalLong.empty();
    }
  }
}
