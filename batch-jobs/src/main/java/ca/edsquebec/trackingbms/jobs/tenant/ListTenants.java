package ca.edsquebec.trackingbms.jobs.tenant;

import ca.edsquebec.trackingbms.jobs.console.Choice;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.Tenant;
import picocli.CommandLine.Command;

/** Lists the clients. */
@Command(
    name = "list",
    description = "Lists the clients. One that is still \"provisioning\" was not made to its end.",
    footer = {"", "Example:", "  tbms tenant list"})
public final class ListTenants implements Runnable {

  private final Installation installation;
  private final Console console;

  public ListTenants(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    console.list(
        installation.tenants().list().stream().map(ListTenants::fields).toList(),
        "client",
        "name",
        "database",
        "status");
  }

  private static Fields fields(Tenant tenant) {
    return new Fields()
        .with("client", tenant.id().slug())
        .with("name", tenant.name())
        .with("database", tenant.database())
        .with("status", Choice.word(tenant.status()))
        .with("createdAt", tenant.createdAt());
  }
}
