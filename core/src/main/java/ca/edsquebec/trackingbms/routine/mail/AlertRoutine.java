package ca.edsquebec.trackingbms.routine.mail;

import ca.edsquebec.trackingbms.notification.Delivery;
import ca.edsquebec.trackingbms.notification.mail.MailChannel;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.routine.Cadence;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.routine.Workplace;
import ca.edsquebec.trackingbms.secret.KeptSettings;
import ca.edsquebec.trackingbms.tenant.Tenant;
import com.google.auto.service.AutoService;
import java.util.Optional;

/** What waits in outboxes goes out even while the portal is down. */
@AutoService(Routine.class)
public final class AlertRoutine implements Routine {

  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public String purpose() {
    return "Sends the mails that wait in outboxes, also while the portal is down.";
  }

  @Override
  public Cadence cadence() {
    return Cadence.everyMinutes(5);
  }

  @Override
  public Work begin(Workplace place) {
    Optional<Delivery> delivery =
        MailChannel.of(
                place.settings(),
                new KeptSettings(place.databases().registry(), place.box()),
                place.clock())
            .map(
                channel ->
                    new Delivery(
                        place.databases(),
                        place.box(),
                        channel,
                        place.settings().number(Setting.TBMS_MAIL_DAILY_QUOTA),
                        place.clock()));
    return new Work() {
      @Override
      public String whole() {
        delivery.ifPresent(Delivery::sweep);
        return "";
      }

      @Override
      public boolean concerns(Tenant client) {
        return false;
      }

      @Override
      public void close() {
        delivery.ifPresent(Delivery::close);
      }
    };
  }
}
