package ca.edsquebec.trackingbms.web.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what a portal mails, over SMTP on loopback, for tests that open the links in it. */
final class Mailbox implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 60_000;
  private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\w+\\?\\S+");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  static Mailbox start() {
    Mailbox mailbox = new Mailbox();
    mailbox.server.start();
    return mailbox;
  }

  /** Settings by which a portal sends its mails here. */
  Map<String, String> settings() {
    return Map.of(
        "TBMS_MAIL_HOST", "127.0.0.1",
        "TBMS_MAIL_PORT", Integer.toString(server.getSmtp().getPort()),
        "TBMS_MAIL_TLS", "false",
        "TBMS_MAIL_FROM", "TrackingBMS <portal@demo.example>");
  }

  /** The path and query of the link in the first mail to that address, once it has come. */
  String linkTo(String email) {
    for (int awaited = 1; ; awaited++) {
      boolean came = server.waitForIncomingEmail(PATIENCE_MILLIS, awaited);
      for (MimeMessage mail : server.getReceivedMessages()) {
        if (isTo(mail, email)) {
          return link(mail);
        }
      }
      if (!came) {
        throw new AssertionError("no mail to " + email + " within a minute");
      }
    }
  }

  private static boolean isTo(MimeMessage mail, String email) {
    try {
      return Arrays.stream(mail.getAllRecipients()).anyMatch(to -> to.toString().contains(email));
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail that cannot be read", e);
    }
  }

  private static String link(MimeMessage mail) {
    String text = GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
    Matcher link = LINK.matcher(text);
    if (!link.find()) {
      throw new AssertionError("no link in " + text);
    }
    URI found = URI.create(link.group());
    return found.getRawPath() + "?" + found.getRawQuery();
  }

  @Override
  public void close() {
    server.stop();
  }
}
