package ca.edsquebec.trackingbms.maintenance.cleanup;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * What somebody was to fetch or a program that broke off left, in {@code exports} and {@code tmp}.
 */
final class LeftoverFiles implements Step {

  static final Setting AGE = Setting.TBMS_KEEP_LEFTOVERS;

  private static final List<String> FOLDERS = List.of("exports", "tmp");

  private final CleanupPlace place;

  LeftoverFiles(CleanupPlace place) {
    this.place = place;
  }

  @Override
  public String name() {
    return "leftovers";
  }

  @Override
  public Optional<Swept> sweep(Optional<TenantId> client, Mode mode) {
    if (client.isPresent()) {
      return Optional.empty();
    }
    long count = 0;
    long bytes = 0;
    for (String folder : FOLDERS) {
      Swept swept =
          new OldFiles(place.settings().home().resolve(folder), file -> true, place.before(AGE))
              .sweep(name(), "", mode);
      count += swept.count();
      bytes += swept.bytes();
    }
    return Optional.of(new Swept(name(), "exports and temporary files", count, bytes));
  }
}
