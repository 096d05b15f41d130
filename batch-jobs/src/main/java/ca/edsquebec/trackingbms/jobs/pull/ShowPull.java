package ca.edsquebec.trackingbms.jobs.pull;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.jobs.console.ClientOption;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows which batteries are asked, and how that goes. */
@Command(
    name = "show",
    description = {
      "Shows which batteries of a client are asked, and how that goes.",
      "State: idle, connecting, talking, waiting (left alone after a failure), off."
    },
    footer = {"", "Example:", "  tbms battery pull show --client laval"})
public final class ShowPull implements Runnable {

  private final Installation installation;
  private final Console console;
  private final Clock clock;

  @Mixin ClientOption client;

  @Option(names = "--battery", paramLabel = "CODE", description = "Only this one.")
  String code;

  public ShowPull(Installation installation, Console console, Clock clock) {
    this.installation = installation;
    this.console = console;
    this.clock = clock;
  }

  @Override
  public void run() {
    TenantId tenant = installation.client(client.slug());
    BatteryDirectory batteries = new BatteryDirectory(installation.fleet(), clock);
    List<Fields> shown =
        installation.pullDevices().all(Viewer.system(tenant)).stream()
            .flatMap(
                device ->
                    batteries.byId(tenant, device.batteryId()).stream()
                        .filter(battery -> code == null || battery.code().equals(code))
                        .map(battery -> DeviceFields.of(tenant, battery.code(), device)))
            .toList();
    console.list(shown, "battery", "address", "state", "lastContact", "failures", "fault");
  }
}
