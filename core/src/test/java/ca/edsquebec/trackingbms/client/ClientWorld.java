package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.SQLException;
import java.util.List;

/** An installation with all faces of this package, and what tests ask its tables. */
final class ClientWorld implements AutoCloseable {

  static final Actor BY = Actor.command();

  final TestInstallation installation = new TestInstallation();
  final Databases databases = installation.databases();
  final SettableClock clock = SettableClock.atPresent();
  final Audit audit = TestAudit.of(databases, clock);
  final Standing standing = new Standing(databases.registry(), databases.tenants(), audit, clock);
  final Erasure erasure =
      new Erasure(
          databases.registry(),
          databases.tenants(),
          databases.provisioning(),
          standing,
          audit,
          clock);
  final SampleMeter meter = new SampleMeter(databases.registry(), databases.tenants(), clock);
  final Quotas quotas =
      new Quotas(
          databases.registry(),
          databases.tenantDatabase(),
          databases.tenants(),
          meter,
          audit,
          clock);
  final Export export =
      new Export(
          databases.registry(),
          databases.tenantDatabase(),
          databases.tenants(),
          List.of(),
          audit,
          clock);

  /** An account, and that it belongs to a client. */
  void person(long id, String email, TenantId... clients) {
    sql(
        "INSERT IGNORE INTO {r}.user_account (id, email, display_name, locale, password_hash,"
            + " created_at) VALUES (%d, '%s', 'X', 'fr-CA', 'a-hash-of-%d', NOW(3))"
                .formatted(id, email, id));
    for (TenantId client : clients) {
      sql(
          "INSERT INTO {r}.membership (user_id, tenant, role, created_at)"
              + " VALUES (%d, '%s', 'USER', NOW(3))".formatted(id, client));
    }
    sql(
        "INSERT INTO {r}.session (id, user_id, address, user_agent, created_at, last_seen_at,"
            + " expires_at) VALUES ('session-%d', %d, '', '', NOW(3), NOW(3), NOW(3))"
                .formatted(id, id));
  }

  void sql(String statement) {
    try {
      installation.access().execute(statement.replace("{r}", databases.registry().name()));
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** The texts of a column. */
  List<String> column(String query) {
    return databases
        .registry()
        .sql((connection, db) -> TableShape.texts(connection, query.replace("{r}", db)));
  }

  @Override
  public void close() {
    meter.close();
    installation.close();
  }
}
