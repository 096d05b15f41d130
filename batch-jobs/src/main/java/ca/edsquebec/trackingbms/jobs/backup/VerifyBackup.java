package ca.edsquebec.trackingbms.jobs.backup;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Failure;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.maintenance.backup.Backup;
import ca.edsquebec.trackingbms.maintenance.backup.Backups;
import ca.edsquebec.trackingbms.maintenance.backup.Manifest;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import ca.edsquebec.trackingbms.maintenance.backup.Restores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Restores backups on trial. */
@Command(
    name = "verify",
    description = {
      "Restores a backup into a database made for it, compares every table's rows and checksum with"
          + " what was backed up, and drops that database. The newest of each place unless said."
    },
    footer = {"", "Examples:", "  tbms backup verify", "  tbms backup verify /safe/laval.tbms"})
public final class VerifyBackup implements Callable<Integer> {

  private final Installation installation;
  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Backups, by their files.")
  List<Path> files = List.of();

  @Mixin PlaceOptions which;

  public VerifyBackup(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Restores restores = installation.restores();
    int worst = ExitCode.DONE;
    for (Path file : files.isEmpty() ? newest() : files) {
      worst = Math.max(worst, verify(restores, file));
    }
    return worst;
  }

  private List<Path> newest() throws IOException {
    Backups backups = installation.backups(false);
    List<Path> newest = new ArrayList<>();
    for (Place place : which.places(installation)) {
      List<Backup> all = backups.list(place);
      if (all.isEmpty()) {
        console.note("%s: no backup yet".formatted(place));
      } else {
        newest.add(all.get(0).file());
      }
    }
    return newest;
  }

  private int verify(Restores restores, Path file) {
    try {
      Manifest manifest =
          restores.verify(file, new ShownProgress(console, file.getFileName().toString()));
      console.tell(
          new Fields()
              .with("file", file.toString())
              .with("place", manifest.place())
              .with("createdAt", manifest.createdAt())
              .with("tables", manifest.tables().size())
              .with("rows", manifest.rows())
              .with("good", true),
          "%s is good: %d tables, %d rows of %s"
              .formatted(file, manifest.tables().size(), manifest.rows(), manifest.createdAt()));
      return ExitCode.DONE;
    } catch (IOException | RuntimeException e) {
      return console.failed(new Failure(e));
    }
  }
}
