package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.tenant.Tenant.Status;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How clients are held, in the registry and within the caller's transaction. */
final class StandingTable {

  /**
   * How a client is to be held.
   *
   * @param since null when it is not
   */
  record Held(Status status, String reason, Instant since, Optional<Instant> eraseAt) {

    static Held of(Status status) {
      return new Held(status, null, null, Optional.empty());
    }

    /** For the audit. */
    Map<String, String> values() {
      Map<String, String> values = new TreeMap<>();
      values.put("status", status.name());
      if (reason != null && !reason.isEmpty()) {
        values.put("reason", reason);
      }
      eraseAt.ifPresent(time -> values.put("eraseAt", time.toString()));
      return values;
    }
  }

  /** What it was before; empty when it was none of those that it may be changed from. */
  Optional<Status> move(EntityManager em, TenantId tenant, List<Status> from, Held to) {
    List<?> found =
        em.createNativeQuery("SELECT status FROM tenant WHERE slug = ? FOR UPDATE")
            .setParameter(1, tenant.slug())
            .getResultList();
    Optional<Status> before =
        found.stream().map(status -> Status.valueOf((String) status)).findFirst();
    if (before.filter(from::contains).isEmpty()) {
      return Optional.empty();
    }
    em.createNativeQuery(
            "UPDATE tenant SET status = ?, held_reason = ?, held_since = ?, erase_at = ?"
                + " WHERE slug = ?")
        .setParameter(1, to.status().name())
        .setParameter(2, to.reason())
        .setParameter(3, to.since() == null ? null : InstantConverter.text(to.since()))
        .setParameter(4, to.eraseAt().map(InstantConverter::text).orElse(null))
        .setParameter(5, tenant.slug())
        .executeUpdate();
    return before;
  }
}
