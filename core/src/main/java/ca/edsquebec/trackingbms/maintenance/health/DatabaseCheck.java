package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

/**
 * How fast the registry answers. When it does not, there is no place for findings either: the run
 * fails, and cron mails what it printed.
 */
final class DatabaseCheck implements Check {

  private static final double SLOW_MILLIS = 500;

  private final RegistryDatabase registry;

  DatabaseCheck(Surroundings around) {
    this.registry = around.databases().registry();
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public List<Finding> look() {
    String version = ask("SELECT VERSION()"); // The first may wait for a connection to be made.
    long begun = System.nanoTime();
    ask("SELECT slug FROM %s.tenant LIMIT 1");
    double millis = (System.nanoTime() - begun) / 1e6;
    Measure measure = Measure.of(millis, SLOW_MILLIS, Measure.Unit.MILLISECONDS);
    return List.of(
        (millis > SLOW_MILLIS
                ? Finding.of(name(), Status.WARN, "slow", measure)
                : Finding.of(name(), Status.OK, "ok", measure))
            .with(version));
  }

  private String ask(String sql) {
    return registry.sql(
        (connection, db) -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery(sql.formatted(db))) {
            return row.next() ? row.getString(1) : "";
          }
        });
  }
}
