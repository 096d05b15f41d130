package ca.edsquebec.trackingbms.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.notification.Notice;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails as they arrive at a server. */
class LetterTest {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void arrivesInFrenchAsTextAndHtml() throws Exception {
    MimeMessage mail = arrived(Locale.CANADA_FRENCH, "Zoé Lefèvre");
    assertThat(mail.getSubject()).isEqualTo("Essai des courriels de TrackingBMS");
    assertThat(mail.getContentLanguage()).containsExactly("fr-CA");
    assertThat(part(mail, 0))
        .contains("Zoé Lefèvre", "Ouvrir le portail\u00a0:\nhttps://portal.example.ca");
    assertThat(part(mail, 1))
        .contains(
            "<html lang=\"fr-CA\">", "<a href=\"https://portal.example.ca\">Ouvrir le portail</a>");
  }

  @Test
  void arrivesInEnglishAsTextAndHtml() throws Exception {
    MimeMessage mail = arrived(Locale.CANADA, "Zoé");
    assertThat(mail.getSubject()).isEqualTo("Test of TrackingBMS e-mail");
    assertThat(part(mail, 0)).contains("asked for by Zoé", "Open the portal:\nhttps://");
    assertThat(part(mail, 1)).contains("<html lang=\"en-CA\">");
  }

  @Test
  void isKnownByItsMessageIdAndAsAutomatic() throws Exception {
    MimeMessage mail = arrived(Locale.CANADA, "Zoé");
    assertThat(mail.getMessageID()).isEqualTo("<uid-1@portal.example.ca>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getFrom()).singleElement().asString().isEqualTo("portal@example.ca");
  }

  @Test
  void letsNoValueBecomeMarkupHeaderOrLine() throws Exception {
    MimeMessage mail =
        arrived(
            Locale.CANADA, "<b>x</b>\r\nBcc: luc@example.ca\r\n\r\n[click](https://evil.example)");
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(part(mail, 0))
        .contains("<b>x</b> Bcc: luc@example.ca [click](https://evil.example)");
    assertThat(part(mail, 1))
        .contains("&lt;b&gt;x&lt;/b&gt;")
        .doesNotContain("href=\"https://evil");
  }

  @Test
  void keepsASubjectOnOneLine() {
    assertThat(MailBody.oneLine("a\r\nBcc: b\u2028c\u202ed", 100)).isEqualTo("a Bcc: b c d");
    assertThat(MailBody.oneLine("x".repeat(200), 150)).hasSize(150);
  }

  private MimeMessage arrived(Locale locale, String by) throws Exception {
    Notice notice = new Notice("uid-1", "anne@example.ca", locale, "trial", Map.of("by", by));
    try (MailChannel channel =
        MailChannelTest.channel(
            "localhost", server.getSmtp().getPort(), MailServer.Encryption.NONE)) {
      channel.deliver(notice, () -> {});
    }
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private static String part(MimeMessage mail, int index) throws Exception {
    return ((MimeMultipart) mail.getContent())
        .getBodyPart(index)
        .getContent()
        .toString()
        .replace("\r\n", "\n");
  }
}
