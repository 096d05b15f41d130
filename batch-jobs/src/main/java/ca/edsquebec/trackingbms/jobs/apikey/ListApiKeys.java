package ca.edsquebec.trackingbms.jobs.apikey;

import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists keys, without their secrets, which nobody knows. */
@Command(
    name = "list",
    description = "Lists keys, revoked ones too.",
    footer = {"", "Example:", "  tbms apikey list --client laval"})
public final class ListApiKeys implements Runnable {

  private final Installation installation;
  private final Console console;

  @Option(
      names = "--client",
      paramLabel = "CLIENT",
      description = "Only this client's; all clients' when not given.")
  String client;

  public ListApiKeys(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    ApiKeys keys = installation.apiKeys();
    console.list(
        installation.clients(client).stream()
            .flatMap(tenant -> keys.list(tenant).stream())
            .map(KeyFields::of)
            .toList(),
        "id",
        "client",
        "name",
        "scopes",
        "status",
        "expiresAt",
        "lastUsedAt");
  }
}
