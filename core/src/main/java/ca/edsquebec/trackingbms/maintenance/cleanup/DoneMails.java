package ca.edsquebec.trackingbms.maintenance.cleanup;

import ca.edsquebec.trackingbms.notification.SentMails;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Mails that went out or were given up, where no portal ran that deletes them by itself. */
final class DoneMails implements Step {

  static final Setting AGE = Setting.TBMS_KEEP_MAILS;

  private final CleanupPlace place;
  private final SentMails mails;

  DoneMails(CleanupPlace place) {
    this.place = place;
    this.mails = new SentMails(place.databases());
  }

  @Override
  public String name() {
    return "mails";
  }

  @Override
  public Optional<Swept> sweep(Optional<TenantId> client, Mode mode) {
    Instant before = place.before(AGE);
    long count =
        mode == Mode.LIST ? mails.count(client, before) : mails.deleteBefore(client, before);
    return Optional.of(new Swept(name(), "mails that are done with", count, 0));
  }
}
