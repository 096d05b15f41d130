package ca.edsquebec.trackingbms.jobs.pull;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.pull.PullAddress;
import ca.edsquebec.trackingbms.intake.pull.PullDevice;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.TenantId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a battery be asked. */
@Command(
    name = "set",
    description = {
      "Lets the portal ask a battery, from its next round on.",
      "The battery's connector says how it can be reached:",
      "  tcp://HOST:PORT              the device's own line, as a serial server passes it on",
      "  rtu-tcp://HOST:PORT          Modbus RTU over TCP, also as makers speak it",
      "  modbus-tcp://HOST[:PORT]     Modbus TCP (502)",
      "  socketcand://HOST[:PORT]/BUS a CAN bus by socketcand (29536)",
      "  canlog://HOST[:PORT]         a CAN bus by canlogserver (28700)",
      "Private addresses are refused unless TBMS_ALLOW_PRIVATE_ADDRESSES is true. To read a device"
          + " that this host can't reach, send its frames instead."
    },
    footer = {
      "",
      "Example:",
      "  tbms battery pull set --client laval --battery LAV-07 \\",
      "      modbus-tcp://battery7.laval.example:502"
    })
public final class SetPull implements Runnable {

  private final Installation installation;
  private final Console console;

  @Mixin BatteryChoice which;

  @Parameters(paramLabel = "ADDRESS", description = "Where the battery is reached.")
  String address;

  public SetPull(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    PullAddress where = PullAddress.parse(address);
    TenantId tenant = which.tenant(installation);
    Battery battery = which.battery(installation);
    PullDevice device = installation.pullDevices().set(Actor.command(), tenant, battery, where);
    console.tell(
        DeviceFields.of(tenant, battery.code(), device),
        "Battery %s is asked at %s.".formatted(battery.code(), device.address()));
  }
}
