package ca.edsquebec.trackingbms.jobs.tenant;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.Erasure;
import ca.edsquebec.trackingbms.client.Standing;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Marks a client for deletion, restores it, or erases it for good. */
@Command(
    name = "delete",
    description = {
      "Hides a client that is suspended and was exported since, to be erased when its grace is over.",
      "Each step may be repeated; one that broke off is completed by the next run."
    },
    footer = {
      "",
      "Examples:",
      "  tbms tenant suspend laval",
      "  tbms tenant export laval --to laval.zip",
      "  tbms tenant delete laval",
      "  tbms tenant delete laval --cancel",
      "  tbms tenant delete laval --now --confirm \"Ville de Laval\"",
      "  tbms tenant delete --due"
    })
public final class DeleteTenant implements Runnable {

  private final Installation installation;
  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "CLIENT", description = "Its short name.")
  String client;

  @Option(
      names = "--reason",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "Why, for the record.")
  String reason;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      description = "How long it can be restored (default: 30d).")
  Duration grace = Standing.GRACE;

  @Option(
      names = "--without-export",
      description = "Although no archive was made since it was suspended.")
  boolean withoutExport;

  @Option(names = "--cancel", description = "Restores it; it is suspended then.")
  boolean cancel;

  @Option(names = "--now", description = "Erases it for good, before its grace is over too.")
  boolean now;

  @Option(
      names = "--confirm",
      defaultValue = "",
      paramLabel = "NAME",
      description = "With --now: the name that people know it by.")
  String confirm;

  @Option(names = "--due", description = "Erases all clients whose grace is over.")
  boolean due;

  public DeleteTenant(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public void run() {
    if (due == (client != null)) {
      throw new InvalidException(
          "client", "name a client, or say --due for all whose time has come");
    }
    if (due) {
      eraseAllDue();
      return;
    }
    TenantId id = new TenantId(client);
    if (now) {
      installation.erasure().erase(Actor.command(), id, confirm);
      erased(id);
      return;
    }
    Standing standing = installation.standing();
    Tenant held =
        cancel
            ? standing.restore(Actor.command(), id)
            : standing.markForDeletion(Actor.command(), id, reason, grace, withoutExport);
    console.tell(
        TenantFields.of(held),
        held.hold()
            .flatMap(Tenant.Hold::eraseAt)
            .map(time -> "Client %s is hidden and may be erased from %s on.".formatted(id, time))
            .orElse("Client %s is %s.".formatted(id, TenantFields.status(held))));
  }

  private void eraseAllDue() {
    Erasure erasure = installation.erasure();
    for (Tenant tenant : erasure.due()) {
      erasure.erase(Actor.command(), tenant.id(), tenant.name());
      erased(tenant.id());
    }
  }

  private void erased(TenantId id) {
    console.tell(
        new Fields().with("client", id.slug()).with("erased", true),
        "Client %s is erased.".formatted(id));
  }
}
