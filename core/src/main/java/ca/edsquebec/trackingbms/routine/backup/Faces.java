package ca.edsquebec.trackingbms.routine.backup;

import ca.edsquebec.trackingbms.maintenance.backup.Backup;
import ca.edsquebec.trackingbms.maintenance.backup.Backups;
import ca.edsquebec.trackingbms.maintenance.backup.Manifest;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import ca.edsquebec.trackingbms.maintenance.backup.Progress;
import ca.edsquebec.trackingbms.maintenance.backup.Restores;
import ca.edsquebec.trackingbms.maintenance.backup.Rotation;
import ca.edsquebec.trackingbms.maintenance.offsite.Destination;
import ca.edsquebec.trackingbms.maintenance.offsite.OffSite;
import ca.edsquebec.trackingbms.maintenance.offsite.PlacePush;
import ca.edsquebec.trackingbms.routine.Workplace;
import ca.edsquebec.trackingbms.secret.SealedFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What both routines do with a place; made anew for each, so that settings may be missing. */
record Faces(Workplace at) {

  static Faces of(Workplace place) {
    return new Faces(place);
  }

  String create(Place place) throws IOException {
    Backups backups = backups();
    // First, too: where fewer are to be kept since yesterday, that makes room for tonight's.
    int old = backups.rotate(place).size();
    Backup made = backups.create(place, Progress.SILENT);
    old += backups.rotate(place).size();
    Optional<Destination> elsewhere = Destination.from(at.settings());
    int copied = 0;
    if (elsewhere.isPresent()) {
      OffSite offSite = new OffSite(elsewhere.get(), Rotation.from(at.settings()));
      copied =
          new PlacePush(at.databases().registry(), backups, offSite).push(place).pushed().size();
    }
    return "%d bytes backed up, %d old ones deleted, %d copied elsewhere"
        .formatted(made.bytes(), old, copied);
  }

  String verify(Place place) throws IOException {
    List<Backup> all = backups().list(place);
    if (all.isEmpty()) {
      return "there is no backup yet";
    }
    Restores restores =
        new Restores(at.databases(), new SealedFiles(at.keys()), at.audit(), at.clock());
    Manifest manifest = restores.verify(all.get(0).file(), Progress.SILENT);
    return "the backup of %s is good: %d rows".formatted(manifest.createdAt(), manifest.rows());
  }

  private Backups backups() {
    return new Backups(
        at.databases(), new SealedFiles(at.keys()), at.settings(), Backups.PROGRAMS, at.clock());
  }
}
