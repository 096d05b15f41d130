package ca.edsquebec.trackingbms.web.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The demo's mail server: takes what the portal sends over SMTP, on loopback, and puts each mail
 * into a file that any mail program opens. Nothing leaves this computer.
 */
final class DemoMail implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 60_000;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Path folder;
  private final PrintStream out;
  private final Thread writer = new Thread(this::write, "demo-mail");

  private DemoMail(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  static DemoMail start(Path folder, PrintStream out) throws IOException {
    Files.createDirectories(folder);
    DemoMail mail = new DemoMail(folder, out);
    mail.server.start();
    mail.writer.setDaemon(true);
    mail.writer.start();
    return mail;
  }

  /** Settings by which the portal sends its mails here. */
  Map<String, String> settings() {
    return Map.of(
        "TBMS_MAIL_HOST", "127.0.0.1",
        "TBMS_MAIL_PORT", Integer.toString(server.getSmtp().getPort()),
        "TBMS_MAIL_TLS", "false",
        "TBMS_MAIL_FROM", "TrackingBMS <portal@demo.example>");
  }

  private void write() {
    int written = 0;
    while (!Thread.currentThread().isInterrupted()) {
      server.waitForIncomingEmail(PATIENCE_MILLIS, written + 1);
      MimeMessage[] mails = server.getReceivedMessages();
      for (; written < mails.length; written++) {
        write(mails[written]);
      }
    }
  }

  private void write(MimeMessage mail) {
    try {
      String id = mail.getMessageID().replaceAll("^<|@.*$", "").replaceAll("[^a-z0-9]", "");
      Path file = folder.resolve(mail.getSentDate().toInstant().toEpochMilli() + "-" + id + ".eml");
      try (OutputStream target = Files.newOutputStream(file)) {
        mail.writeTo(target);
      }
      out.printf("A mail to %s: %s%n", mail.getAllRecipients()[0], file);
    } catch (IOException | MessagingException e) {
      out.printf("A mail could not be written: %s%n", e);
    }
  }

  @Override
  public void close() {
    writer.interrupt();
    server.stop();
  }
}
