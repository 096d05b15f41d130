package ca.edsquebec.trackingbms.maintenance.offsite;

import ca.edsquebec.trackingbms.maintenance.backup.Backups;
import ca.edsquebec.trackingbms.maintenance.backup.Place;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.LeaseKeeper;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.io.IOException;
import java.time.Duration;

/** Copies the backups of one place, while no other program copies the same ones. */
public record PlacePush(RegistryDatabase registry, Backups backups, OffSite to) {

  private static final Duration LEASE = Duration.ofSeconds(30);

  /**
   * @throws BusyException when another program is at it
   * @throws IOException when the other machine can't be reached, is another one, or has no room
   */
  public OffSite.Pushed push(Place place) throws IOException {
    try (Lease lease =
            Lease.tryAcquire(registry, "backup-push/" + place.name(), LEASE)
                .orElseThrow(
                    () ->
                        new BusyException(
                            "another program copies the backups of the %s now".formatted(place)));
        LeaseKeeper keeper = new LeaseKeeper(lease)) {
      OffSite.Pushed pushed = to.push(backups.list(place));
      keeper.requireHeld();
      return pushed;
    }
  }
}
