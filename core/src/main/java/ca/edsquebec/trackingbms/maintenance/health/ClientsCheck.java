package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Statement;
import java.util.List;

/** Whether each client's database is there. */
final class ClientsCheck implements Check {

  private final Databases databases;

  ClientsCheck(Surroundings around) {
    this.databases = around.databases();
  }

  @Override
  public String name() {
    return "clients";
  }

  @Override
  public List<Finding> look() {
    List<TenantId> clients = ActiveClients.of(databases);
    return clients.isEmpty()
        ? List.of(Finding.unknown(name(), "none"))
        : clients.stream().map(this::look).toList();
  }

  private Finding look(TenantId client) {
    try {
      databases
          .tenantDatabase()
          .sql(
              client,
              (connection, db) -> {
                try (Statement statement = connection.createStatement()) {
                  return statement.execute("SELECT 1 FROM " + db + ".battery LIMIT 1");
                }
              });
      return Finding.of(name(), Status.OK, "ok", Measure.NONE).about(client.slug());
    } catch (UnavailableException | DatabaseException away) {
      return Finding.of(name(), Status.FAIL, "away", Measure.NONE)
          .about(client.slug())
          .with(String.valueOf(away.getMessage()));
    }
  }
}
