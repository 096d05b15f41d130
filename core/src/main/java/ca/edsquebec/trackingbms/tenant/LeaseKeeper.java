package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.BusyException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a lease while its holder works, so that it can be short and a crash costs little. */
public final class LeaseKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

  private final Lease lease;
  private final ScheduledExecutorService renewals =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lease-keeper");
            thread.setDaemon(true);
            return thread;
          });

  /** Begins to renew it, until this is closed; the lease stays its owner's to close. */
  public LeaseKeeper(Lease lease) {
    this.lease = lease;
    long third = lease.length().toMillis() / 3;
    renewals.scheduleWithFixedDelay(this::renew, third, third, TimeUnit.MILLISECONDS);
  }

  /**
   * @throws BusyException when it was lost, for instance while this machine stood still
   */
  public void requireHeld() {
    if (!lease.renew()) {
      throw new BusyException("another program took over what this one had begun");
    }
  }

  private void renew() {
    try {
      lease.renew();
    } catch (RuntimeException e) {
      // The next one may succeed; whether the lease still holds is asked before it matters.
      LOG.warn("a lease could not be renewed: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    renewals.shutdownNow();
  }
}
