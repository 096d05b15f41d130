package ca.edsquebec.trackingbms.jobs.battery;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.jobs.console.ClientOption;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.TenantId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Adds a battery to a client's fleet. */
@Command(
    name = "add",
    description = {
      "Adds a battery to a client's fleet.",
      "Its type and its place are made when the client has none of that name."
    },
    footer = {
      "",
      "Example:",
      "  tbms battery add --client laval --code LAV-07 --name \"Chariot 7\" \\",
      "      --type Chariot --place \"Entrepôt 2\" --chemistry lfp --cells 16 \\",
      "      --capacity 280 --setting version=1.10.0 --setting cells=16"
    })
public final class AddBattery implements Runnable {

  private final Installation installation;
  private final Console console;

  @Mixin ClientOption client;
  @Mixin BatteryOptions options;

  public AddBattery(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    TenantId tenant = installation.client(client.slug());
    Battery added = installation.fleet().add(Actor.command(), tenant, options.battery());
    console.tell(
        BatteryFields.of(tenant, added),
        "Battery %s stands at %s (%s)."
            .formatted(added.code(), added.place().name(), added.zone().getId()));
  }
}
