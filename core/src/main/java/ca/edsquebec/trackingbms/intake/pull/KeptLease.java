package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.time.Duration;
import java.util.Optional;

/**
 * A lease that is renewed whenever a third of it is over, by the time that has really passed:
 * whatever somebody does to the clock, it neither runs out nor is renewed each time. Safe for any
 * number of threads; all methods but {@link #isHeld} may wait for the database, and throw {@link
 * ca.edsquebec.trackingbms.platform.UnavailableException} when it is away.
 */
final class KeptLease {

  private final RegistryDatabase registry;
  private final String name;
  private final Duration length;
  private volatile Optional<Lease> lease = Optional.empty();
  private long renewedAt;

  /** Not held yet. */
  KeptLease(RegistryDatabase registry, String name, Duration length) {
    this.registry = registry;
    this.name = name;
    this.length = length;
  }

  boolean isHeld() {
    return lease.isPresent();
  }

  /**
   * @return false when another program has it
   */
  synchronized boolean take() {
    long now = System.nanoTime();
    lease = Lease.tryAcquire(registry, name, length);
    renewedAt = now;
    return isHeld();
  }

  /**
   * Holds it for longer, when it is time to.
   *
   * @return false when it is not held, or no more: another program took it
   */
  synchronized boolean renew() {
    long now = System.nanoTime();
    if (isHeld() && now - renewedAt > length.dividedBy(3).toNanos()) {
      lease = lease.filter(Lease::renew);
      renewedAt = now;
    }
    return isHeld();
  }

  /** Lets others have it; when the database is away it is still held, until it expires. */
  synchronized void release() {
    lease.ifPresent(Lease::close);
    lease = Optional.empty();
  }
}
