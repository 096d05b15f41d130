package ca.edsquebec.trackingbms.jobs.apikey;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.ApiKey;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a key useless, within a second. */
@Command(
    name = "revoke",
    description = "Makes a key useless, within a second. May be repeated.",
    footer = {"", "Example:", "  tbms apikey revoke ab3de5gh7jkm"})
public final class RevokeApiKey implements Runnable {

  private final Installation installation;
  private final Console console;

  @Parameters(
      paramLabel = "ID",
      description = "As tbms apikey list shows it: the part of tbms_<ID>_… in the middle.")
  String id;

  @Option(names = "--client", paramLabel = "CLIENT", description = "Only when it is this client's.")
  String client;

  public RevokeApiKey(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    ApiKeys keys = installation.apiKeys();
    ApiKey key =
        installation.clients(client).stream()
            .flatMap(tenant -> keys.list(tenant).stream())
            .filter(found -> found.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("API key \"" + withoutSecret() + "\""));
    keys.revoke(Maker.operator(Actor.command()), key.tenant(), id);
    console.tell(
        new Fields()
            .with("id", id)
            .with("client", key.tenant().slug())
            .with("name", key.name())
            .with("status", "revoked"),
        "API key %s (%s, client %s) is revoked.".formatted(id, key.name(), key.tenant()));
  }

  // Somebody may give the whole key instead of its id.
  private String withoutSecret() {
    return id.length() > 12 ? id.substring(0, 12) + "…" : id;
  }
}
