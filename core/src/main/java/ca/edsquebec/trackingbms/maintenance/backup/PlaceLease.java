package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.LeaseKeeper;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.time.Duration;
import java.util.Optional;

/** The right to work on the backups of a place, renewed until it is closed. */
final class PlaceLease implements AutoCloseable {

  private static final Duration LENGTH = Duration.ofSeconds(30);

  private final Optional<Lease> lease;
  private final Optional<LeaseKeeper> keeper;

  private PlaceLease(Optional<Lease> lease) {
    this.lease = lease;
    this.keeper = lease.map(LeaseKeeper::new);
  }

  /**
   * @throws BusyException when another program has it; one that was killed lets go within half a
   *     minute
   */
  static PlaceLease of(RegistryDatabase registry, Place place) {
    return new PlaceLease(
        Optional.of(
            Lease.tryAcquire(registry, "backup/" + place.name(), LENGTH)
                .orElseThrow(
                    () ->
                        new BusyException(
                            "another program is at the backups of the %s now".formatted(place)))));
  }

  /** As {@link #of}; where there is no registry to hold leases in, without one. */
  static PlaceLease whereverPossible(RegistryDatabase registry, Place place) {
    try {
      return of(registry, place);
    } catch (DatabaseException | UnavailableException noRegistry) {
      // It is the registry that is to come back: nobody else can work without it either.
      return new PlaceLease(Optional.empty());
    }
  }

  void requireHeld() {
    keeper.ifPresent(LeaseKeeper::requireHeld);
  }

  @Override
  public void close() {
    keeper.ifPresent(LeaseKeeper::close);
    lease.ifPresent(Lease::close);
  }
}
