package ca.edsquebec.trackingbms.jobs.apikey;

import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.jobs.console.ClientOption;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.EnumSet;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a key for a device or a program. Only the key itself is output, for use in scripts. */
@Command(
    name = "create",
    description = "Makes a key for a device or a program, and shows it once.",
    footer = {
      "",
      "Examples:",
      "  tbms apikey create --client laval --name gateway",
      "  tbms apikey create --client laval --name reporting --scope read"
    })
public final class CreateApiKey implements Runnable {

  private final Installation installation;
  private final Console console;

  @Mixin ClientOption client;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What people call the device or program.")
  String name;

  @Option(
      names = "--scope",
      defaultValue = "ingest",
      paramLabel = "SCOPE",
      description = "ingest (default: sends data) or read (reads); may be repeated.")
  List<Scope> scopes;

  public CreateApiKey(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    TenantId tenant = installation.client(client.slug());
    NewKey made = installation.apiKeys().create(tenant, name, EnumSet.copyOf(scopes));
    console.note(
        "API key %s of client %s, shown this once; revoke it with: tbms apikey revoke %s"
            .formatted(made.key().id(), tenant, made.key().id()));
    console.tell(KeyFields.of(made.key()).with("key", made.text()), made.text());
  }
}
