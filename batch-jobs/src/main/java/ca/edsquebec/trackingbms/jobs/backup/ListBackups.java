package ca.edsquebec.trackingbms.jobs.backup;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.maintenance.backup.Backup;
import ca.edsquebec.trackingbms.maintenance.backup.Backups;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists backups. */
@Command(
    name = "list",
    description = "Lists the backups, newest first; also those of clients that are gone.",
    footer = {"", "Example:", "  tbms backup list --client laval"})
public final class ListBackups implements Callable<Integer> {

  private final Installation installation;
  private final Console console;

  @Mixin PlaceOptions which;

  public ListBackups(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Backups backups = installation.backups(false);
    Optional<Place> one = which.one(installation);
    List<Backup> found = one.isPresent() ? backups.list(one.get()) : backups.list();
    console.list(
        found.stream().map(BackupFields::of).toList(),
        "place",
        "createdAt",
        "size",
        "rows",
        "schemaVersion",
        "verifiedAt",
        "file");
    return 0;
  }
}
