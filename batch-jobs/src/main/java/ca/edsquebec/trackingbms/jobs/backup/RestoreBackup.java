package ca.edsquebec.trackingbms.jobs.backup;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.maintenance.backup.Manifest;
import ca.edsquebec.trackingbms.maintenance.backup.Restores;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restores a backup. */
@Command(
    name = "restore",
    description = {
      "Restores a client, or the registry, from a backup, and touches no other. All of it is put"
          + " together and compared first, and then takes the place of what there was at once:"
          + " ended anywhere, it leaves the old or the new, and may be repeated."
    },
    footer = {
      "",
      "Examples:",
      "  tbms backup restore backups/laval/laval-20261128T020000Z.tbms",
      "  tbms backup restore laval-20261128T020000Z.tbms --as laval-essai",
      "  tbms backup restore backups/laval/laval-20261128T020000Z.tbms --force"
    })
public final class RestoreBackup implements Callable<Integer> {

  private final Installation installation;
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The backup; it says itself of whom it is.")
  Path file;

  @Option(
      names = "--as",
      paramLabel = "CLIENT",
      description = "Restores it as another client, of this short name.")
  String as;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "With --as: what people call that client.")
  String name;

  @Option(
      names = "--force",
      description = "Replaces what there is: all that was stored since the backup is lost.")
  boolean force;

  public RestoreBackup(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Optional<TenantId> other = Optional.ofNullable(as).map(TenantId::new);
    Manifest manifest =
        installation
            .restores()
            .restore(
                Actor.command(),
                file,
                new Restores.Target(other, Optional.ofNullable(name), force),
                new ShownProgress(console, file.getFileName().toString()));
    String place = other.map(TenantId::slug).orElse(manifest.place());
    console.tell(
        new Fields()
            .with("place", place)
            .with("createdAt", manifest.createdAt())
            .with("tables", manifest.tables().size())
            .with("rows", manifest.rows()),
        "%s is as it was at %s (%d rows). Restart the portal if it runs: it remembers what was."
            .formatted(place, manifest.createdAt(), manifest.rows()));
    return ExitCode.DONE;
  }
}
