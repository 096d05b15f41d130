package ca.edsquebec.trackingbms.jobs.battery;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryQuery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.Page;
import ca.edsquebec.trackingbms.jobs.console.ClientOption;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists a client's batteries. */
@Command(
    name = "list",
    description = "Lists a client's batteries by code, retired ones too.",
    footer = {"", "Example:", "  tbms battery list --client laval --json"})
public final class ListBatteries implements Runnable {

  private final Installation installation;
  private final Console console;

  @Mixin ClientOption client;

  public ListBatteries(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    TenantId tenant = installation.client(client.slug());
    console.list(all(tenant), "code", "name", "type", "place", "connector", "status");
  }

  private List<Fields> all(TenantId tenant) {
    Fleet fleet = installation.fleet();
    List<Fields> all = new ArrayList<>();
    BatteryQuery query = BatteryQuery.first(BatteryQuery.MAX_SIZE);
    Page<Battery> page;
    do {
      page = fleet.batteries(Viewer.system(tenant), query);
      page.items().forEach(battery -> all.add(BatteryFields.of(tenant, battery)));
      query = query.page(query.page() + 1);
    } while (page.items().size() == page.size());
    return all;
  }
}
