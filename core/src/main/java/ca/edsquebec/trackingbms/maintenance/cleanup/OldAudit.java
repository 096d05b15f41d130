package ca.edsquebec.trackingbms.maintenance.cleanup;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    long count = 0;
    for (Optional<TenantId> chain : client.isPresent() ? List.of(client) : nobodyElses()) {
      count +=
          mode == Mode.LIST
              ? place.audit().countBefore(chain, before)
              : place.audit().trim(chain, before);
    }
    return Optional.of(new Swept(name(), "entries of the audit", count, 0));
  }

  /** The platform's, and those of clients that are suspended or gone, which nobody visits. */
  private List<Optional<TenantId>> nobodyElses() {
    Set<TenantId> visited =
        place.databases().tenants().list().stream()
            .filter(tenant -> tenant.status() == Tenant.Status.ACTIVE)
            .map(Tenant::id)
            .collect(Collectors.toSet());
    return place.audit().chains().stream()
        .filter(chain -> chain.isEmpty() || !visited.contains(chain.get()))
        .toList();
  }
}
