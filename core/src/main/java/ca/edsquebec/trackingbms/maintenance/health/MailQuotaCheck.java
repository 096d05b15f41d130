package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.notification.Waiting;
import ca.edsquebec.trackingbms.platform.Setting;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** How many of today's mails are left. */
final class MailQuotaCheck implements Check {

  private static final double SCARCE = 0.8;

  private final Surroundings around;

  MailQuotaCheck(Surroundings around) {
    this.around = around;
  }

  @Override
  public String name() {
    return "mail-quota";
  }

  @Override
  public List<Finding> look() {
    int limit = around.settings().number(Setting.TBMS_MAIL_DAILY_QUOTA);
    LocalDate today = LocalDate.ofInstant(around.clock().instant(), ZoneOffset.UTC);
    int used = new Waiting(around.databases()).sentOn(today);
    Measure measure = Measure.of(used, limit, Measure.Unit.COUNT);
    if (used >= limit) {
      return List.of(Finding.of(name(), Status.FAIL, "used-up", measure));
    }
    return List.of(
        used >= SCARCE * limit
            ? Finding.of(name(), Status.WARN, "scarce", measure)
            : Finding.of(name(), Status.OK, "ok", measure));
  }
}
