package ca.edsquebec.trackingbms.jobs.database;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.Migrations;
import ca.edsquebec.trackingbms.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells how far each schema is; changes nothing. */
@Command(
    name = "status",
    description = {
      "Tells each database's schema version and how many migrations are still to be applied.",
      "Exit code 1 when a database could not be asked."
    },
    footer = {"", "Example:", "  tbms db status"})
public final class ShowDatabases implements Callable<Integer> {

  private final Installation installation;
  private final Console console;

  public ShowDatabases(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() {
    Migrations migrations = installation.migrations();
    EachDatabase each = new EachDatabase(console);
    List<Fields> found = new ArrayList<>();
    Migrations.SchemaStatus registry = migrations.registryStatus();
    found.add(fields("", registry));
    // Without its schema it knows no clients.
    List<Tenant> tenants = registry.version().isEmpty() ? List.of() : installation.tenants().list();
    for (Tenant tenant : tenants) {
      each.run(
          tenant.database(),
          () -> found.add(fields(tenant.id().slug(), migrations.status(tenant))));
    }
    console.list(found, "database", "client", "version", "pending");
    return each.exitCode();
  }

  private static Fields fields(String client, Migrations.SchemaStatus status) {
    return new Fields()
        .with("database", status.database())
        .with("client", client)
        .with("version", status.version())
        .with("pending", status.pending());
  }
}
