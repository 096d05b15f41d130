package ca.edsquebec.trackingbms.routine;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;

/**
 * One run of a {@link Routine}: a part for the whole installation, then one for each client; either
 * may be left out. Both must be safe to repeat, since a run may end in the middle and be started
 * again. Safe for several threads with different clients; none of them within a unit of work.
 */
public interface Work extends AutoCloseable {

  /**
   * Done once, before any client. What it throws is told as the installation's failure, and the
   * clients follow all the same.
   *
   * @return what was done, such as {@code "12 files deleted"}; empty when there was nothing to do
   */
  default String whole() {
    return "";
  }

  /**
   * Done for one client. What it throws is told as that client's failure, and the others go on.
   *
   * @return as {@link #whole}
   * @throws BusyException when another program does the same for this client now
   */
  default String client(TenantId client) {
    return "";
  }

  /** Whether there is anything to do for a client; those that are not active stay as they are. */
  default boolean concerns(Tenant client) {
    return client.status() == Tenant.Status.ACTIVE;
  }

  @Override
  default void close() {}
}
