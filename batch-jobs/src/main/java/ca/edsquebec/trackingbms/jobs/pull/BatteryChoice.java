package ca.edsquebec.trackingbms.jobs.pull;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import picocli.CommandLine.Option;

/** Which battery of which client. */
final class BatteryChoice {

  @Option(
      names = "--client",
      required = true,
      paramLabel = "CLIENT",
      description = "Short name of the client.")
  String client;

  @Option(
      names = "--battery",
      required = true,
      paramLabel = "CODE",
      description = "Code of the battery.")
  String code;

  TenantId tenant(Installation installation) {
    return installation.client(client);
  }

  Battery battery(Installation installation) {
    return installation.fleet().batteryByCode(Viewer.system(tenant(installation)), code);
  }
}
