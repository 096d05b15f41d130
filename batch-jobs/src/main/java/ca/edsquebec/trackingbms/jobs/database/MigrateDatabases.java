package ca.edsquebec.trackingbms.jobs.database;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.Migrations;
import ca.edsquebec.trackingbms.tenant.Tenant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Brings every schema up to date, one after another: few connections, and progress to read. */
@Command(
    name = "migrate",
    description = {
      "Brings the registry's schema up to date, then every client's.",
      "A client that fails is told and the others go on; the exit code is then 1."
    },
    footer = {"", "Example:", "  tbms db migrate"})
public final class MigrateDatabases implements Callable<Integer> {

  private final Installation installation;
  private final Console console;

  public MigrateDatabases(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() {
    Migrations migrations = installation.migrations();
    int applied = migrations.migrateRegistry();
    tell(migrations.registryStatus(), applied);
    EachDatabase each = new EachDatabase(console);
    for (Tenant tenant : installation.tenants().list()) {
      each.run(
          tenant.database(),
          () -> {
            int count = migrations.migrate(tenant);
            tell(migrations.status(tenant), count);
          });
    }
    return each.exitCode();
  }

  private void tell(Migrations.SchemaStatus status, int applied) {
    console.tell(
        new Fields()
            .with("database", status.database())
            .with("version", status.version())
            .with("applied", applied),
        "%s: version %s, %s"
            .formatted(
                status.database(),
                status.version(),
                applied == 0 ? "nothing to do" : "%d applied".formatted(applied)));
  }
}
