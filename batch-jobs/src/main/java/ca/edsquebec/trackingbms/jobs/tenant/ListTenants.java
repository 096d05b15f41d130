package ca.edsquebec.trackingbms.jobs.tenant;

import ca.edsquebec.trackingbms.jobs.console.Choice;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Failure;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.telemetry.DiskForecast;
import ca.edsquebec.trackingbms.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the clients. */
@Command(
    name = "list",
    description = {
      "Lists the clients. One that is still \"provisioning\" was not made to its end.",
      "Exit code 1 when a database could not be asked for its size."
    },
    footer = {"", "Example:", "  tbms tenant list --disk"})
public final class ListTenants implements Callable<Integer> {

  private final Installation installation;
  private final Console console;

  @Option(
      names = "--disk",
      description =
          "Adds what each client's database takes on the disk, what it grows by a day, what it will"
              + " take in a year, and how long samples are kept as they came. Reads a week of data"
              + " of each.")
  boolean disk;

  public ListTenants(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Tenant> tenants = installation.tenants().list();
    if (!disk) {
      console.list(
          tenants.stream().map(ListTenants::fields).toList(),
          "client",
          "name",
          "database",
          "status");
      return ExitCode.DONE;
    }
    return listWithDisk(tenants);
  }

  /** One that can't be asked does not stop the others. */
  private int listWithDisk(List<Tenant> tenants) {
    DiskForecast forecast = installation.diskForecast();
    List<Fields> all = new ArrayList<>();
    int exitCode = ExitCode.DONE;
    for (Tenant tenant : tenants) {
      Fields fields = fields(tenant);
      all.add(fields);
      // Before it is complete it may have no tables.
      if (tenant.status() == Tenant.Status.ACTIVE) {
        try {
          DiskFields.add(fields, forecast.of(tenant.id()));
        } catch (RuntimeException e) {
          exitCode = ExitCode.FAILED;
          console.failed(new Failure(tenant.database(), e));
        }
      }
    }
    console.list(all, DiskFields.COLUMNS);
    return exitCode;
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
