package ca.edsquebec.trackingbms.jobs.backup;

import ca.edsquebec.trackingbms.jobs.console.Bytes;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Failure;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.maintenance.backup.Backup;
import ca.edsquebec.trackingbms.maintenance.backup.Backups;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a backup of each place, and deletes those that need not be kept. */
@Command(
    name = "create",
    description = {
      "Backs up the registry and every client, each into an encrypted file of its own, and deletes"
          + " backups that need not be kept. The portal goes on. May be ended and repeated."
    },
    footer = {"", "Examples:", "  tbms backup create", "  tbms backup create --client laval"})
public final class CreateBackup implements Callable<Integer> {

  private final Installation installation;
  private final Console console;

  @Mixin PlaceOptions which;

  @Option(
      names = "--without-program",
      description = "Does not use mariadb-dump or mysqldump although there is one.")
  boolean withoutProgram;

  @Option(names = "--keep-all", description = "Deletes no old backups.")
  boolean keepAll;

  public CreateBackup(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() {
    Backups backups = installation.backups(!withoutProgram);
    int worst = ExitCode.DONE;
    for (Place place : which.places(installation)) {
      worst = Math.max(worst, create(backups, place));
    }
    return worst;
  }

  private int create(Backups backups, Place place) {
    try {
      rotate(backups, place);
      Backup backup = backups.create(place, new ShownProgress(console, place.toString()));
      installation.record(BackupFields.made(place, backup));
      console.tell(
          BackupFields.of(backup),
          "%s: %s, %d rows, %s"
              .formatted(
                  place,
                  Bytes.shown(backup.bytes()),
                  backup.note().orElseThrow().manifest().rows(),
                  backup.file()));
      rotate(backups, place);
      return ExitCode.DONE;
    } catch (IOException | RuntimeException e) {
      return console.failed(new Failure(place.toString(), e));
    }
  }

  /** Before, too, so that there is room where fewer are to be kept now. */
  private void rotate(Backups backups, Place place) throws IOException {
    for (Backup old : keepAll ? List.<Backup>of() : backups.rotate(place)) {
      console.note("%s: deleted %s".formatted(place, old.file().getFileName()));
    }
  }
}
