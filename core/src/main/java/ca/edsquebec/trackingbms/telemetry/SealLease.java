package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The right to change a tenant's sealed hours, days and months, which one program has at a time. To
 * be run between two pieces of the work: it renews itself now and then on the worker's own thread.
 */
final class SealLease implements Runnable {

  private static final Duration LENGTH = Duration.ofMinutes(2);
  private static final long RENEWED_EVERY_NANOS = Duration.ofSeconds(20).toNanos();

  private final Lease lease;
  private long renewed = System.nanoTime();

  private SealLease(Lease lease) {
    this.lease = lease;
  }

  /**
   * @param work gets what it must run between its pieces
   * @return what the work returns; empty when another program has the right
   * @throws BusyException when it was lost meanwhile
   */
  static <T> Optional<T> holding(
      RegistryDatabase registry, TenantId tenant, Function<Runnable, T> work) {
    Optional<Lease> held = Lease.tryAcquire(registry, name(tenant), LENGTH);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    try (Lease lease = held.get()) {
      return Optional.of(work.apply(new SealLease(lease)));
    }
  }

  static String name(TenantId tenant) {
    return "seal/" + tenant;
  }

  /**
   * @throws BusyException when it was lost
   */
  @Override
  public void run() {
    if (System.nanoTime() - renewed < RENEWED_EVERY_NANOS) {
      return;
    }
    if (!lease.renew()) {
      throw new BusyException("another program took over what this one had begun");
    }
    renewed = System.nanoTime();
  }
}
