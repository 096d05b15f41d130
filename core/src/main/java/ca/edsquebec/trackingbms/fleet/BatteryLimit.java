package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.platform.QuotaException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.OptionalLong;

/** Holds a client to the number of batteries that it may have. */
final class BatteryLimit {

  private BatteryLimit() {}

  /**
   * Counts after the change and within its transaction. Two that come at once wait for each other's
   * rows, and the one that can't go on is tried again.
   *
   * @throws QuotaException when there are more than the limit
   */
  static void require(EntityManager em, OptionalLong limit) {
    if (limit.isEmpty()) {
      return;
    }
    em.flush();
    long batteries =
        em.createQuery("select b from BatteryRow b order by b.id", BatteryRow.class)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .filter(battery -> battery.status() != BatteryStatus.RETIRED)
            .count();
    if (batteries > limit.getAsLong()) {
      throw new QuotaException(
          "batteries",
          limit.getAsLong(),
          "this client may have %d batteries: retire one, or ask for more"
              .formatted(limit.getAsLong()));
    }
  }
}
