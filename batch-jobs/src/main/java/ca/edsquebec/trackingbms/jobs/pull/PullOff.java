package ca.edsquebec.trackingbms.jobs.pull;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.pull.PullDevice;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.TenantId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Leaves a battery in peace. */
@Command(
    name = "off",
    description = {
      "Asks a battery no more; the portal hangs up at its next round.",
      "Its address is kept: set the same again to go on."
    },
    footer = {"", "Example:", "  tbms battery pull off --client laval --battery LAV-07"})
public final class PullOff implements Runnable {

  private final Installation installation;
  private final Console console;

  @Mixin BatteryChoice which;

  public PullOff(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    TenantId tenant = which.tenant(installation);
    Battery battery = which.battery(installation);
    PullDevice device = installation.pullDevices().off(Actor.command(), tenant, battery);
    console.tell(
        DeviceFields.of(tenant, battery.code(), device),
        "Battery %s is not asked any more.".formatted(battery.code()));
  }
}
