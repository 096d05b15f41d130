package ca.edsquebec.trackingbms.maintenance.cleanup;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Entries of the audit from before {@link Audit#KEPT}, which is promised and no setting. */
final class OldAudit implements Step {

  private final CleanupPlace place;

  OldAudit(CleanupPlace place) {
    this.place = place;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Optional<Swept> sweep(Optional<TenantId> client, Mode mode) {
    Instant before = place.before(Audit.KEPT);
    long count =
        mode == Mode.LIST
            ? place.audit().countBefore(client, before)
            : place.audit().trim(client, before);
    return Optional.of(new Swept(name(), "entries of the audit", count, 0));
  }
}
