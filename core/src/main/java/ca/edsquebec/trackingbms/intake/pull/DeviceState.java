package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * How it goes with one device, as it is written down. After the last word nothing is written any
 * more. Safe for any number of threads; all methods that write wait for the database, and throw
 * {@link ca.edsquebec.trackingbms.platform.UnavailableException} when it is away.
 */
final class DeviceState {

  private static final Duration CONTACT_EVERY = Duration.ofMinutes(1);

  private final Means means;
  private final TenantId tenant;
  private volatile PullDevice device;
  private boolean over;

  DeviceState(Means means, TenantId tenant, PullDevice device) {
    this.means = means;
    this.tenant = tenant;
    this.device = device;
  }

  PullAddress address() {
    return device.address();
  }

  void connecting() {
    tell(Progress::connecting);
  }

  /** It said something that was understood: written once a minute. */
  synchronized void talks() {
    Instant now = means.clock().instant();
    boolean known =
        device.state() == PullDevice.State.TALKING
            && device
                .lastContact()
                .map(then -> !then.isAfter(now) && !then.plus(CONTACT_EVERY).isBefore(now))
                .orElse(false);
    if (!known) {
      tell(before -> Progress.talking(before, now));
    }
  }

  /** What a device is to be left alone for, that has failed just now. */
  PullDevice failed(PullDevice before, PullFault why, String detail) {
    double chance = ThreadLocalRandom.current().nextDouble();
    Duration pause = means.times().pause(Progress.failures(before), chance);
    return Progress.failed(before, why, detail, means.clock().instant(), pause);
  }

  /**
   * The last word.
   *
   * @param mayWrite false when another program writes about this device now
   */
  synchronized void end(UnaryOperator<PullDevice> next, boolean mayWrite) {
    if (mayWrite) {
      tell(next);
    }
    over = true;
  }

  private synchronized void tell(UnaryOperator<PullDevice> next) {
    if (over) {
      return;
    }
    PullDevice then = next.apply(device);
    means
        .databases()
        .tenantDatabase()
        .sql(
            tenant,
            (connection, db) -> {
              DeviceTable.tell(connection, db, then);
              return null;
            });
    device = then;
  }
}
