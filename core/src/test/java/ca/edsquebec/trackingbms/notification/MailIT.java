package ca.edsquebec.trackingbms.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.notification.mail.MailChannel;
import ca.edsquebec.trackingbms.platform.Settings;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From an outbox to a real mail server, one that comes and goes. */
class MailIT {

  private final Post post = new Post();
  private final int port = freePort();

  @AfterEach
  void stop() {
    post.close();
  }

  @Test
  void losesAndDoublesNothingWhileTheMailServerIsDown() throws Exception {
    List<String> all = new ArrayList<>();
    try (MailChannel channel = MailChannel.of(settings(), post.clock).orElseThrow()) {
      Delivery delivery = post.delivery(channel, 500);
      queue(all, "before");
      GreenMail first = server();
      delivery.flush();
      List<String> arrived = new ArrayList<>(recipients(first));
      first.stop();
      queue(all, "meanwhile");
      for (int i = 0; i < 6; i++) {
        post.clock.advance(Duration.ofMinutes(1));
        delivery.flush();
      }
      GreenMail second = server();
      queue(all, "after");
      for (int i = 0; i < 3; i++) {
        post.clock.advance(Duration.ofMinutes(15));
        delivery.flush();
      }
      arrived.addAll(recipients(second));
      second.stop();
      assertThat(arrived).containsExactlyInAnyOrderElementsOf(all);
    }
    assertThat(post.column("state")).containsOnly("SENT").hasSize(all.size());
  }

  private void queue(List<String> all, String name) {
    for (int i = 0; i < 12; i++) {
      String to = name + i + "@example.ca";
      post.queue(to);
      all.add(to);
    }
  }

  private GreenMail server() {
    GreenMail server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  private static List<String> recipients(GreenMail server) throws Exception {
    List<String> recipients = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      recipients.add(mail.getAllRecipients()[0].toString());
    }
    return recipients;
  }

  private Settings settings() {
    Map<String, String> environment = new LinkedHashMap<>(post.installation.environment());
    environment.put("TBMS_MAIL_HOST", "localhost");
    environment.put("TBMS_MAIL_PORT", Integer.toString(port));
    environment.put("TBMS_MAIL_TLS", "false");
    environment.put("TBMS_MAIL_FROM", "TrackingBMS <portal@example.ca>");
    environment.put("TBMS_PUBLIC_URL", "https://portal.example.ca/");
    return Settings.from(environment);
  }

  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
