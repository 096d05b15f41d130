package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An installation whose mails a test queues and delivers. */
final class Post implements AutoCloseable {

  final TestInstallation installation = new TestInstallation();
  final Databases databases = installation.databases();
  final SettableClock clock = SettableClock.atPresent();
  final KeyRing keys =
      new KeyRing(databases.registry(), installation.settings().masterKey(), clock);
  final SecretBox box = new SecretBox(keys);
  final Outbox outbox = new Outbox(box, clock);

  Post() {
    keys.refresh();
  }

  Delivery delivery(Channel channel, int quota) {
    return new Delivery(databases, box, channel, quota, clock);
  }

  static Mail trial(String to) {
    return new Mail(to, Locale.CANADA_FRENCH, "trial", Map.of("by", "Anne"));
  }

  void queue(String to) {
    queue(trial(to));
  }

  void queue(Mail mail) {
    databases
        .registry()
        .write(
            em -> {
              outbox.queue(em, mail);
              return null;
            });
  }

  void queueOf(String tenant, String to) {
    databases
        .tenantDatabase()
        .write(
            installation.tenant(tenant),
            em -> {
              outbox.queue(installation.tenant(tenant), em, trial(to));
              return null;
            });
  }

  /** One column of the registry's outbox, oldest message first. */
  List<String> column(String name) {
    return read("SELECT " + name + " FROM {db}.outbox ORDER BY queued_at, recipient");
  }

  List<String> columnOf(String tenant, String name) {
    return databases
        .tenantDatabase()
        .sql(
            installation.tenant(tenant),
            query("SELECT " + name + " FROM {db}.outbox ORDER BY queued_at, recipient"));
  }

  List<String> read(String sql) {
    return databases.registry().sql(query(sql));
  }

  private static SqlWork<List<String>> query(String sql) {
    return (connection, db) -> {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql.replace("{db}", db))) {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    };
  }

  int change(String sql) {
    return databases
        .registry()
        .sql(
            (connection, db) -> {
              try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql.replace("{db}", db));
              }
            });
  }

  @Override
  public void close() {
    installation.close();
  }
}
