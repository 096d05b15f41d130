package ca.edsquebec.trackingbms.jobs.doctor;

import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import ca.edsquebec.trackingbms.maintenance.offsite.OffSite;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Backups lie on another account, too; asks it. */
record OffSiteCheck(Installation installation, Clock clock) implements Check {

  private static final Duration FRESH = Duration.ofHours(50);

  @Override
  public String about() {
    return "copies of backups elsewhere";
  }

  @Override
  public List<Finding> run() throws IOException {
    Optional<OffSite> offSite = installation.offSite();
    if (offSite.isEmpty()) {
      return List.of(
          Finding.warn(
              "copies of backups elsewhere: none; all backups lie on this account and go with it",
              "set TBMS_BACKUP_SFTP, _KEY and _HOST_KEY, then tbms backup push"));
    }
    List<String> places = installation.backups(false).places().stream().map(Place::name).toList();
    Map<String, Instant> newest = offSite.get().newest(places);
    List<String> late =
        places.stream()
            .filter(
                place ->
                    !newest.containsKey(place)
                        || newest.get(place).plus(FRESH).isBefore(clock.instant()))
            .toList();
    return List.of(
        late.isEmpty()
            ? Finding.ok("copies of backups elsewhere: of all %d places".formatted(places.size()))
            : Finding.warn(
                "copies of backups elsewhere: missing or old for " + String.join(", ", late),
                "tbms backup push"));
  }
}
