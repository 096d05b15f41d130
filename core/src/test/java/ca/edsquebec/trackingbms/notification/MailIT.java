package ca.edsquebec.trackingbms.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.notification.mail.MailChannel;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.secret.KeptSettings;
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
    try (MailChannel channel =
        MailChannel.of(Settings.from(environment()), kept(), post.clock).orElseThrow()) {
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

  @Test
  void signsInWithThePasswordThatTheRegistryKeeps() throws Exception {
    GreenMail server = server();
    server.setUser("portal@example.ca", "portal", "hiver 2027");
    Map<String, String> signsIn = environment();
    signsIn.put("TBMS_MAIL_USER", "portal");
    List<String> all = new ArrayList<>();
    try (MailChannel channel =
        MailChannel.of(Settings.from(signsIn), kept(), post.clock).orElseThrow()) {
      Delivery delivery = post.delivery(channel, 500);
      queue(all, "early");
      delivery.flush();
      assertThat(recipients(server)).isEmpty();
      kept().keep(Setting.TBMS_MAIL_PASSWORD, "hiver 2027");
      post.clock.advance(Duration.ofMinutes(1));
      delivery.flush();
      assertThat(recipients(server)).containsExactlyInAnyOrderElementsOf(all);
    } finally {
      server.stop();
    }
  }

  private KeptSettings kept() {
    return new KeptSettings(post.databases.registry(), post.box);
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

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>(post.installation.environment());
    environment.put("TBMS_MAIL_HOST", "localhost");
    environment.put("TBMS_MAIL_PORT", Integer.toString(port));
    environment.put("TBMS_MAIL_TLS", "false");
    environment.put("TBMS_MAIL_FROM", "TrackingBMS <portal@example.ca>");
    environment.put("TBMS_PUBLIC_URL", "https://portal.example.ca/");
    return environment;
  }

  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
