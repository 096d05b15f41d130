package ca.edsquebec.trackingbms.maintenance.cleanup;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.telemetry.Quarantine;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Frames that could not be decoded, of each client. */
final class RefusedFrames implements Step {

  static final Setting AGE = Setting.TBMS_KEEP_QUARANTINE;

  private final CleanupPlace place;
  private final Quarantine quarantine;

  RefusedFrames(CleanupPlace place) {
    this.place = place;
    this.quarantine = new Quarantine(place.databases().tenantDatabase(), place.clock());
  }

  @Override
  public String name() {
    return "quarantine";
  }

  @Override
  public Optional<Swept> sweep(Optional<TenantId> client, Mode mode) {
    Instant before = place.before(AGE);
    return client
        .map(
            tenant ->
                mode == Mode.LIST
                    ? quarantine.count(tenant, before)
                    : quarantine.deleteBefore(tenant, before))
        .map(count -> new Swept(name(), "refused frames", count, 0));
  }
}
