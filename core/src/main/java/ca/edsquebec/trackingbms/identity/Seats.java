package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.QuotaException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Holds a client to the number of people that it may have. */
final class Seats {

  private Seats() {}

  /**
   * Counts after somebody joined and within that transaction; two that join at once wait for each
   * other.
   *
   * @throws QuotaException when there are more than the client may have
   */
  static void require(EntityManager em, TenantId tenant) {
    em.flush();
    List<?> limits =
        em.createNativeQuery("SELECT quota_users FROM tenant WHERE slug = ? FOR UPDATE")
            .setParameter(1, tenant.slug())
            .getResultList();
    if (limits.isEmpty() || !(limits.get(0) instanceof Number limit)) {
      return;
    }
    Number people =
        (Number)
            em.createNativeQuery(
                    "SELECT COUNT(*) FROM membership WHERE tenant = ? AND deactivated_at IS NULL")
                .setParameter(1, tenant.slug())
                .getSingleResult();
    if (people.longValue() > limit.longValue()) {
      throw new QuotaException(
          "users",
          limit.longValue(),
          "this client may have %d people: deactivate somebody, or ask for more"
              .formatted(limit.longValue()));
    }
  }
}
