package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.tenant.Lease;
import java.time.Duration;

/** Renews a lease now and then on the worker's own thread, between two pieces of its work. */
final class LeaseWatch implements Runnable {

  private static final long EVERY_NANOS = Duration.ofSeconds(20).toNanos();

  private final Lease lease;
  private long renewed = System.nanoTime();

  LeaseWatch(Lease lease) {
    this.lease = lease;
  }

  /**
   * @throws BusyException when it was lost
   */
  @Override
  public void run() {
    if (System.nanoTime() - renewed < EVERY_NANOS) {
      return;
    }
    if (!lease.renew()) {
      throw new BusyException("another program took over what this one had begun");
    }
    renewed = System.nanoTime();
  }
}
