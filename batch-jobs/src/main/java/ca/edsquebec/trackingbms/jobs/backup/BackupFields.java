package ca.edsquebec.trackingbms.jobs.backup;

import ca.edsquebec.trackingbms.jobs.console.Bytes;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.maintenance.backup.Backup;
import ca.edsquebec.trackingbms.maintenance.backup.Manifest;
import java.util.Optional;

/** What is told of a backup. */
final class BackupFields {

  private BackupFields() {}

  static Fields of(Backup backup) {
    Optional<Manifest> manifest = backup.note().map(Backup.Note::manifest);
    return new Fields()
        .with("place", backup.place().name())
        .with("createdAt", backup.createdAt())
        .with("bytes", backup.bytes())
        .with("rows", manifest.map(Manifest::rows))
        .with("schemaVersion", manifest.map(Manifest::schemaVersion))
        .with("way", manifest.map(Manifest::way))
        .with("sqlBytes", manifest.map(Manifest::sqlBytes))
        .with("sha256", backup.note().map(Backup.Note::sha256))
        .with("verifiedAt", backup.verifiedAt())
        .with("file", backup.file().toString())
        .shown("size", Bytes.shown(backup.bytes()));
  }
}
