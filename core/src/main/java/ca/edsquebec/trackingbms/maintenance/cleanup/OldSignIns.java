package ca.edsquebec.trackingbms.maintenance.cleanup;

import ca.edsquebec.trackingbms.identity.Leftover;
import ca.edsquebec.trackingbms.identity.Leftovers;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of sign-ins, links, invitations and support views, kept for as long as {@link
 * Leftover} says, which is promised and no setting.
 */
final class OldSignIns implements Step {

  private final Leftovers leftovers;

  OldSignIns(CleanupPlace place) {
    this.leftovers = new Leftovers(place.databases().registry(), place.clock());
  }

  @Override
  public String name() {
    return "sign-ins";
  }

  @Override
  public Optional<Swept> sweep(Optional<TenantId> client, Mode mode) {
    if (client.isPresent()) {
      return Optional.empty();
    }
    Map<Leftover, Long> rows = mode == Mode.LIST ? leftovers.count() : leftovers.delete();
    long count = rows.values().stream().mapToLong(Long::longValue).sum();
    return Optional.of(new Swept(name(), "rows of sign-ins, links and invitations", count, 0));
  }
}
