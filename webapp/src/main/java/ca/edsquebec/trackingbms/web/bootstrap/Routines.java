package ca.edsquebec.trackingbms.web.bootstrap;

import ca.edsquebec.trackingbms.notification.Channel;
import ca.edsquebec.trackingbms.notification.Delivery;
import ca.edsquebec.trackingbms.notification.mail.MailChannel;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.secret.KeptSettings;
import ca.edsquebec.trackingbms.web.schedule.Schedule;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the portal does by itself as long as it runs: one visible list. */
final class Routines implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Routines.class);

  private static final String OUTBOX = "outbox";
  private static final Duration OUTBOX_PAUSE = Duration.ofSeconds(5);

  /** Within what the outbox of a client may rely on, even when some runs fail. */
  private static final Duration KEYS_PAUSE = Duration.ofSeconds(20);

  /** How soon a device is asked that was turned on, or whose pause is over. */
  private static final Duration PULL_PAUSE = Duration.ofSeconds(5);

  /** How late a job may begin. */
  private static final Duration JOBS_PAUSE = Duration.ofMinutes(1);

  private static final Duration HEALTH_PAUSE = Duration.ofMinutes(5);

  /** So old a check that cron made may be; then it seems to be dead, and the portal checks. */
  private static final Duration HEALTH_AGE = Duration.ofMinutes(15);

  private final Application application;
  private final Optional<Delivery> delivery;
  private final Optional<PortalJobs> jobs;
  private Schedule schedule;

  /**
   * Starts nothing yet.
   *
   * @throws ca.edsquebec.trackingbms.platform.SettingsException when mail is set by half
   */
  Routines(Application application) {
    this.application = application;
    KeptSettings kept = new KeptSettings(application.databases.registry(), application.box);
    this.delivery =
        MailChannel.of(application.settings, kept, application.clock).map(this::delivery);
    this.jobs = PortalJobs.of(application);
  }

  private Delivery delivery(Channel channel) {
    return new Delivery(
        application.databases,
        application.box,
        channel,
        application.settings.number(Setting.TBMS_MAIL_DAILY_QUOTA),
        application.clock);
  }

  void begin() {
    schedule = new Schedule();
    schedule.every(KEYS_PAUSE, "keys", application.keyRing::refresh);
    schedule.every(PULL_PAUSE, "pull", application.pull::round);
    jobs.ifPresent(due -> schedule.every(JOBS_PAUSE, "jobs", due::tick));
    schedule.every(HEALTH_PAUSE, "health", () -> application.health.runUnlessYounger(HEALTH_AGE));
    delivery.ifPresentOrElse(
        mails -> {
          schedule.every(OUTBOX_PAUSE, OUTBOX, mails::flush);
          mails.listenTo(application.outbox, () -> schedule.wake(OUTBOX));
        },
        () -> LOG.warn("TBMS_MAIL_HOST is not set: mails wait in the outbox"));
  }

  @Override
  public void close() {
    // First what a job may wait for, then the jobs.
    delivery.ifPresent(Delivery::close);
    jobs.ifPresent(PortalJobs::close);
    if (schedule != null) {
      schedule.close();
    }
  }
}
