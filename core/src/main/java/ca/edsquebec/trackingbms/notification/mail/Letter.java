package ca.edsquebec.trackingbms.notification.mail;

import ca.edsquebec.trackingbms.notification.Notice;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;

/** One mail as it goes over the line. */
final class Letter extends MimeMessage {

  private static final String UTF_8 = "UTF-8";

  private final String id;

  /**
   * @throws MessagingException when the address is none
   */
  Letter(Session session, MailServer server, Notice notice, Instant now) throws MessagingException {
    super(session);
    id = "<" + notice.uid() + "@" + server.portal().getHost() + ">";
    MailBody body = new MailBody(notice, server.portal().toString());
    setFrom(server.from());
    setRecipient(Message.RecipientType.TO, new InternetAddress(notice.to(), true));
    setSubject(body.subject(), UTF_8);
    setSentDate(Date.from(now));
    setContentLanguage(new String[] {body.language()});
    // Programs that answer mails, and those that watch over them, let ours alone (RFC 3834).
    setHeader("Auto-Submitted", "auto-generated");
    setHeader("X-Auto-Response-Suppress", "All");
    // The last is what a reader prefers (RFC 2046, 5.1.4).
    setContent(
        new MimeMultipart("alternative", part(body.text(), "plain"), part(body.html(), "html")));
    saveChanges();
  }

  private static MimeBodyPart part(String text, String type) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, type);
    return part;
  }

  /** The same at each try, so that a second copy can be known. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
