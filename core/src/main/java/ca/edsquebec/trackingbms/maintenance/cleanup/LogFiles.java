package ca.edsquebec.trackingbms.maintenance.cleanup;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Optional;

/** Logs in {@code logs} of {@code TBMS_HOME} that nobody writes to any more. */
final class LogFiles implements Step {

  static final Setting AGE = Setting.TBMS_KEEP_LOGS;

  private final CleanupPlace place;

  LogFiles(CleanupPlace place) {
    this.place = place;
  }

  @Override
  public String name() {
    return "logs";
  }

  @Override
  public Optional<Swept> sweep(Optional<TenantId> client, Mode mode) {
    if (client.isPresent()) {
      return Optional.empty();
    }
    OldFiles files =
        new OldFiles(
            place.settings().home().resolve("logs"),
            file -> file.getFileName().toString().contains(".log"),
            place.before(AGE));
    return Optional.of(files.sweep(name(), "log files", mode));
  }
}
