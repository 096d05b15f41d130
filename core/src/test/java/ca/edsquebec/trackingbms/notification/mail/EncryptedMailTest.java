package ca.edsquebec.trackingbms.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.notification.Outcome;
import ca.edsquebec.trackingbms.notification.Outcome.Kind;
import ca.edsquebec.trackingbms.notification.mail.MailServer.Encryption;
import ca.edsquebec.trackingbms.testkit.TestCertificate;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedMailTest {

  private static SSLContext before;
  private static TestCertificate certificate;
  private static GreenMail tlsServer;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    before = SSLContext.getDefault();
    certificate = TestCertificate.make(folder);
    System.setProperty("greenmail.tls.keystore.file", certificate.file().toString());
    System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
    tlsServer = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
    tlsServer.start();
  }

  @AfterEach
  void trustAsBefore() {
    SSLContext.setDefault(before);
  }

  @AfterAll
  static void stop() {
    tlsServer.stop();
    System.clearProperty("greenmail.tls.keystore.file");
    System.clearProperty("greenmail.tls.keystore.password");
  }

  @Test
  void sendsOverTlsFromTheFirstByte() throws Exception {
    SSLContext.setDefault(certificate.context());
    assertThat(sent("localhost", tlsPort(), Encryption.TLS).kind()).isEqualTo(Kind.SENT);
    assertThat(tlsServer.getReceivedMessages()).hasSize(1);
    tlsServer.purgeEmailFromAllMailboxes();
  }

  @Test
  void sendsOverStartTls() throws Exception {
    SSLContext.setDefault(certificate.context());
    try (ScriptedServer server = new ScriptedServer(certificate.context())) {
      assertThat(sent("localhost", server.port(), Encryption.STARTTLS).kind()).isEqualTo(Kind.SENT);
      assertThat(server.messages).hasSize(1);
      assertThat(server.commands)
          .filteredOn(line -> line.contains("MAIL"))
          .allMatch(line -> line.startsWith("tls "));
    }
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() throws Exception {
    assertThat(sent("localhost", tlsPort(), Encryption.TLS).kind()).isEqualTo(Kind.AWAY);
    try (ScriptedServer server = new ScriptedServer(certificate.context())) {
      Outcome outcome = sent("localhost", server.port(), Encryption.STARTTLS);
      assertThat(outcome.kind()).isEqualTo(Kind.AWAY);
      assertThat(outcome.answer()).containsIgnoringCase("certification path");
      assertThat(server.messages).isEmpty();
    }
  }

  @Test
  void refusesACertificateOfAnotherHost() throws Exception {
    SSLContext.setDefault(certificate.context());
    assertThat(sent("127.0.0.1", tlsPort(), Encryption.TLS).kind()).isEqualTo(Kind.AWAY);
    try (ScriptedServer server = new ScriptedServer(certificate.context())) {
      assertThat(sent("127.0.0.1", server.port(), Encryption.STARTTLS).kind()).isEqualTo(Kind.AWAY);
      assertThat(server.messages).isEmpty();
    }
  }

  private static int tlsPort() {
    return tlsServer.getSmtps().getPort();
  }

  private static Outcome sent(String host, int port, Encryption encryption) throws Exception {
    try (MailChannel channel = MailChannelTest.channel(host, port, encryption)) {
      return channel.deliver(MailChannelTest.notice("anne@example.ca"), () -> {});
    }
  }
}
