package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.notification.Mail;
import ca.edsquebec.trackingbms.notification.Outbox;
import ca.edsquebec.trackingbms.platform.Formats;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** Mails about accounts, queued with the change that they tell of. */
final class Notices {

  /** Where most people are; mails say which zone it is. */
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");

  private static final int MAX_AGENT = 120;

  private final Outbox outbox;

  Notices(Outbox outbox) {
    this.outbox = outbox;
  }

  void newDevice(EntityManager em, UserRow user, Device device, Instant now) {
    queue(
        em,
        user,
        "account.new-device",
        Map.of(
            "name", user.displayName(),
            "time", time(user, now),
            "address", device.address(),
            "browser", line(device.userAgent())));
  }

  void passwordChanged(EntityManager em, UserRow user, Instant now) {
    queue(
        em,
        user,
        "account.password-changed",
        Map.of("name", user.displayName(), "time", time(user, now)));
  }

  void passwordLink(EntityManager em, UserRow user, String token) {
    queue(em, user, "account.password-link", Map.of("name", user.displayName(), "token", token));
  }

  void invitation(EntityManager em, InvitationRow row, String client, String token) {
    outbox.queue(
        em,
        new Mail(
            row.email(),
            row.locale(),
            "account.invitation",
            Map.of("name", row.displayName(), "client", client, "token", token)));
  }

  /**
   * @param what on, off or codes: which words
   */
  void factorChanged(EntityManager em, UserRow user, String what) {
    queue(em, user, "account.second-factor-" + what, Map.of("name", user.displayName()));
  }

  private void queue(EntityManager em, UserRow user, String template, Map<String, String> values) {
    outbox.queue(em, new Mail(user.email(), user.locale(), template, values));
  }

  private static String time(UserRow user, Instant now) {
    Formats formats = new Formats(user.locale(), ZONE);
    long millis = now.toEpochMilli();
    return formats.dateTime(millis) + " (" + formats.zoneLabel(millis) + ")";
  }

  // A browser says of itself what it likes.
  private static String line(String userAgent) {
    String plain = userAgent.replaceAll("\\p{Cntrl}", " ").strip();
    return plain.isEmpty() ? "–" : plain.substring(0, Math.min(plain.length(), MAX_AGENT));
  }
}
