package ca.edsquebec.trackingbms.jobs.backup;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.jobs.console.Bytes;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.maintenance.backup.Backup;
import ca.edsquebec.trackingbms.maintenance.backup.Manifest;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import java.util.Map;
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

  /** For the audit of the platform: data left the database. */
  static Change made(Place place, Backup backup) {
    return Change.made(
        Action.BACKUP_CREATED,
        object(place),
        Map.of("file", backup.file().getFileName().toString()));
  }

  /** For the audit of the platform: copies left this machine. */
  static Change copied(Place place, int copies) {
    return Change.made(
        Action.BACKUP_PUSHED, object(place), Map.of("copies", Integer.toString(copies)));
  }

  private static String object(Place place) {
    return place.tenant().map(id -> "client:" + id).orElse("registry");
  }
}
