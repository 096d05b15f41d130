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
  private volatile long renewedAt;

  /** Not held yet. */
  KeptLease(RegistryDatabase registry, String name, Duration length) {
    this.registry = registry;
    this.name = name;
    this.length = length;
  }

  /** Whether it has not run out: whoever could not renew it in time must not count on it. */
  boolean isHeld() {
    return lease.isPresent() && System.nanoTime() - renewedAt < length.toNanos();
  }

  /** Whether it was taken, and another program has it now. */
  synchronized boolean isLost() {
    return lease.isPresent() && !renew();
  }

  /**
   * @return false when another program has it
   */
  synchronized boolean take() {
    long now = System.nanoTime();
    Optional<Lease> taken = Lease.tryAcquire(registry, name, length);
    renewedAt = now;
    lease = taken;
    return isHeld();
  }

  /**
   * Holds it for longer, when it is time to; one that ran out too, if nobody took it since.
   *
   * @return false when it is not held, or no more: another program took it
   */
  synchronized boolean renew() {
    long now = System.nanoTime();
    if (lease.isPresent() && now - renewedAt > length.dividedBy(3).toNanos()) {
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
