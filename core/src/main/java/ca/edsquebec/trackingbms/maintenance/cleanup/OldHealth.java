package ca.edsquebec.trackingbms.maintenance.cleanup;

import ca.edsquebec.trackingbms.maintenance.health.HealthHistory;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/** What checks found long ago. */
final class OldHealth implements Step {

  static final Setting AGE = Setting.TBMS_KEEP_HEALTH;

  private final CleanupPlace place;
  private final HealthHistory history;

  OldHealth(CleanupPlace place) {
    this.place = place;
    this.history = new HealthHistory(place.databases().registry());
  }

  @Override
  public String name() {
    return "health";
  }

  @Override
  public Optional<Swept> sweep(Optional<TenantId> client, Mode mode) {
    if (client.isPresent()) {
      return Optional.empty();
    }
    Instant before = place.before(AGE);
    long count = mode == Mode.LIST ? history.count(before) : history.deleteBefore(before);
    return Optional.of(new Swept(name(), "findings of checks", count, 0));
  }
}
