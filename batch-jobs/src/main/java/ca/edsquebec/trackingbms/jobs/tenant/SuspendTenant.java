package ca.edsquebec.trackingbms.jobs.tenant;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Suspends a client, or takes that back. */
@Command(
    name = "suspend",
    description = {
      "Lets all of a client stay as it is: its people may look, nobody changes anything, and no"
          + " samples are taken. Running programs know within 5 s. May be repeated."
    },
    footer = {
      "",
      "Examples:",
      "  tbms tenant suspend laval --reason \"Contrat échu\"",
      "  tbms tenant suspend laval --lift"
    })
public final class SuspendTenant implements Runnable {

  private final Installation installation;
  private final Console console;

  @Parameters(paramLabel = "CLIENT", description = "Its short name.")
  String client;

  @Option(
      names = "--reason",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "Why, for its people to read.")
  String reason;

  @Option(names = "--lift", description = "Takes the suspension back.")
  boolean lift;

  public SuspendTenant(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    TenantId id = installation.client(client);
    Tenant now =
        lift
            ? installation.standing().lift(Actor.command(), id)
            : installation.standing().suspend(Actor.command(), id, reason);
    console.tell(TenantFields.of(now), "Client %s is %s.".formatted(id, TenantFields.status(now)));
  }
}
