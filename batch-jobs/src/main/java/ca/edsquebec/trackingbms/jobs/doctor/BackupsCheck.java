package ca.edsquebec.trackingbms.jobs.doctor;

import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.maintenance.backup.Backup;
import ca.edsquebec.trackingbms.maintenance.backup.Backups;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every place has a backup of the last day, and one was found good lately. */
record BackupsCheck(Installation installation, Clock clock) implements Check {

  private static final Duration FRESH = Duration.ofHours(26);
  private static final Duration VERIFIED = Duration.ofDays(8);

  @Override
  public String about() {
    return "backups";
  }

  @Override
  public List<Finding> run() throws IOException {
    Backups backups = installation.backups(false);
    Instant now = clock.instant();
    List<Finding> found = new ArrayList<>();
    int right = 0;
    for (Place place : backups.places()) {
      List<Backup> all = backups.list(place);
      if (all.isEmpty()) {
        found.add(Finding.warn("backups: %s has none".formatted(place), "tbms backup create"));
      } else if (all.get(0).createdAt().plus(FRESH).isBefore(now)) {
        found.add(
            Finding.warn(
                "backups: the newest of %s is of %s".formatted(place, all.get(0).createdAt()),
                "tbms backup create, and look why the job backup did not run"));
      } else if (all.stream()
          .noneMatch(one -> one.verifiedAt().filter(now.minus(VERIFIED)::isBefore).isPresent())) {
        found.add(
            Finding.warn(
                "backups: none of %s was restored on trial this week".formatted(place),
                "tbms backup verify"));
      } else {
        right++;
      }
    }
    found.add(0, Finding.ok("backups: %d places have one, fresh and verified".formatted(right)));
    return found;
  }
}
