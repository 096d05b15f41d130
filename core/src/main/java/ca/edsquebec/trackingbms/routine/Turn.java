package ca.edsquebec.trackingbms.routine;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.LeaseKeeper;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.time.Duration;
import java.util.Optional;

/**
 * The right to run routines, which one program of the installation has at a time: its account's
 * connections and memory suffice for one. Renews itself until it is closed.
 */
public final class Turn implements AutoCloseable {

  /** What a program that died keeps the others waiting for. */
  public static final Duration LENGTH = Duration.ofSeconds(30);

  static final String SLOT = "jobs";

  private final Lease lease;
  private final LeaseKeeper keeper;

  private Turn(Lease lease) {
    this.lease = lease;
    this.keeper = new LeaseKeeper(lease);
  }

  /**
   * @return empty when another program has it
   */
  public static Optional<Turn> take(RegistryDatabase registry) {
    return Lease.tryAcquire(registry, SLOT, LENGTH).map(Turn::new);
  }

  /** The same for one job, beside the installation's. */
  static Optional<Turn> take(RegistryDatabase registry, Routine routine) {
    return Lease.tryAcquire(registry, "job/" + routine.name(), LENGTH).map(Turn::new);
  }

  /** Whether it is still ours; renews it. */
  boolean isHeld() {
    return lease.renew();
  }

  /**
   * As {@link #requireHeld()}, while the database may be away.
   *
   * @throws BusyException when it was lost
   */
  public void requireHeld(Patience patience) {
    if (!patience.call(this::isHeld)) {
      throw new BusyException("another program took over what this one had begun");
    }
  }

  /**
   * @throws BusyException when it was lost, for instance while this machine stood still
   */
  public void requireHeld() {
    keeper.requireHeld();
  }

  @Override
  public void close() {
    keeper.close();
    lease.close();
  }
}
