package ca.edsquebec.trackingbms.jobs;

import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.SQLException;

/** Samples of an hour that closed long ago, and what became of them. */
final class OldSamples {

  private static final long HOUR_MILLIS = 3_600_000;

  private final TestInstallation installation;
  private final long hour;

  /** Of yesterday. */
  OldSamples(TestInstallation installation) {
    this(installation, 1);
  }

  OldSamples(TestInstallation installation, int daysAgo) {
    this.installation = installation;
    hour = System.currentTimeMillis() / HOUR_MILLIS * HOUR_MILLIS - daysAgo * 24L * HOUR_MILLIS;
  }

  /** Of one battery, a minute apart. */
  void store(String client, int count) throws SQLException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      rows.append(i == 0 ? "" : ",").append("(1,%d,0,%d)".formatted(hour + i * 60_000L, 5000 + i));
    }
    installation
        .access()
        .execute(
            "INSERT INTO `%s`.sample (battery_id, ts, flags, soc) VALUES %s"
                .formatted(installation.databaseOf(client), rows));
  }

  long rows(String client) {
    return tenant(client, "SELECT COUNT(*) FROM %s.sample");
  }

  long sealed(String client) {
    return tenant(client, "SELECT COALESCE(SUM(samples), 0) FROM %s.sample_chunk");
  }

  /** One number out of a client's database, named %s. */
  long tenant(String client, String query) {
    return installation
        .databases()
        .tenantDatabase()
        .sql(
            installation.tenant(client),
            (connection, db) -> {
              try (var statement = connection.createStatement();
                  var row = statement.executeQuery(query.formatted(db))) {
                row.next();
                return row.getLong(1);
              }
            });
  }

  /** One number out of the registry, named %s. */
  long count(String query) {
    return installation
        .databases()
        .registry()
        .sql(
            (connection, db) -> {
              try (var statement = connection.createStatement();
                  var row = statement.executeQuery(query.formatted(db))) {
                row.next();
                return row.getLong(1);
              }
            });
  }

  /** Changes the registry, named %s. */
  void registry(String change) {
    installation
        .databases()
        .registry()
        .sql(
            (connection, db) -> {
              try (var statement = connection.createStatement()) {
                return statement.executeUpdate(change.formatted(db));
              }
            });
  }
}
