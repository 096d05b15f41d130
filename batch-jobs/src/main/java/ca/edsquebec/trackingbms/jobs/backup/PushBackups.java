package ca.edsquebec.trackingbms.jobs.backup;

import ca.edsquebec.trackingbms.jobs.console.Bytes;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Failure;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import ca.edsquebec.trackingbms.maintenance.offsite.OffSite;
import ca.edsquebec.trackingbms.maintenance.offsite.PlacePush;
import ca.edsquebec.trackingbms.platform.SettingsException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Copies backups off this account. */
@Command(
    name = "push",
    description = {
      "Copies the backups that are not there yet to TBMS_BACKUP_SFTP, and deletes there what need"
          + " not be kept. May be ended and repeated."
    },
    footer = {"", "Example:", "  tbms backup push"})
public final class PushBackups implements Callable<Integer> {

  private final Installation installation;
  private final Console console;

  @Mixin PlaceOptions which;

  public PushBackups(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() {
    PlacePush push =
        installation
            .push()
            .orElseThrow(
                () ->
                    new SettingsException(
                        "TBMS_BACKUP_SFTP is not set: name where copies of backups go, as in"
                            + " sftp://user@host/folder"));
    int worst = ExitCode.DONE;
    for (Place place : which.places(installation)) {
      worst = Math.max(worst, push(push, place));
    }
    return worst;
  }

  private int push(PlacePush push, Place place) {
    try {
      OffSite.Pushed pushed = push.push(place);
      installation.record(BackupFields.copied(place, pushed.pushed().size()));
      console.tell(
          new Fields()
              .with("place", place.name())
              .with("pushed", pushed.pushed())
              .with("deleted", pushed.deleted())
              .with("bytes", pushed.bytes()),
          "%s: %d backups copied (%s), %d deleted there"
              .formatted(
                  place,
                  pushed.pushed().size(),
                  Bytes.shown(pushed.bytes()),
                  pushed.deleted().size()));
      return ExitCode.DONE;
    } catch (IOException | RuntimeException e) {
      return console.failed(new Failure(place.toString(), e));
    }
  }
}
