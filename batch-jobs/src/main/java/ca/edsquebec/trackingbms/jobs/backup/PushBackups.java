package ca.edsquebec.trackingbms.jobs.backup;

import ca.edsquebec.trackingbms.jobs.console.Bytes;
import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.maintenance.offsite.OffSite;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.SettingsException;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.LeaseKeeper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Copies backups off this account. */
@Command(
    name = "push",
    description = {
      "Copies the backups that are not there yet to TBMS_BACKUP_SFTP, and deletes there what need"
          + " not be kept. May be ended and repeated."
    },
    footer = {"", "Example:", "  tbms backup push"})
public final class PushBackups implements Callable<Integer> {

  private static final Duration LEASE = Duration.ofSeconds(30);

  private final Installation installation;
  private final Console console;

  public PushBackups(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    OffSite offSite =
        installation
            .offSite()
            .orElseThrow(
                () ->
                    new SettingsException(
                        "TBMS_BACKUP_SFTP is not set: name where copies of backups go, as in"
                            + " sftp://user@host/folder"));
    try (Lease lease =
            installation
                .lease("backup-push", LEASE)
                .orElseThrow(() -> new BusyException("another program copies backups now"));
        LeaseKeeper keeper = new LeaseKeeper(lease)) {
      OffSite.Pushed pushed = offSite.push(installation.backups(false).list());
      keeper.requireHeld();
      console.tell(
          new Fields()
              .with("pushed", pushed.pushed())
              .with("deleted", pushed.deleted())
              .with("bytes", pushed.bytes()),
          "%d backups copied (%s), %d deleted there."
              .formatted(
                  pushed.pushed().size(), Bytes.shown(pushed.bytes()), pushed.deleted().size()));
      return 0;
    }
  }
}
