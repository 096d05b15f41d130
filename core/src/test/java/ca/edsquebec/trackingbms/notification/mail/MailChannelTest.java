package ca.edsquebec.trackingbms.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.notification.Notice;
import ca.edsquebec.trackingbms.notification.Outcome;
import ca.edsquebec.trackingbms.notification.Outcome.Kind;
import ca.edsquebec.trackingbms.notification.mail.MailServer.Encryption;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailChannelTest {

  @ParameterizedTest
  @CsvSource({
    "GREETING, 421 busy,            AWAY",
    "GREETING, hang up,             AWAY",
    "MAIL,     550 who are you,     AWAY",
    "RCPT,     550 no such person,  REFUSED",
    "RCPT,     450 greylisted,      LATER",
    "RCPT,     421 closing,         AWAY",
    "RCPT,     hang up,             AWAY",
    "DATA,     554 no mail today,   REFUSED",
    "DATA,     451 later,           LATER",
    "DATA,     hang up,             AWAY",
    "END,      250 taken,           SENT",
    "END,      554 looks like spam, REFUSED",
    "END,      452 disk full,       LATER",
    "END,      hang up,             UNSURE",
  })
  void tellsWhatAnAnswerMeansForTheMessage(String step, String answer, Kind kind) throws Exception {
    try (ScriptedServer server = new ScriptedServer(null).answers(step, answer);
        MailChannel channel = channel("localhost", server.port(), Encryption.NONE)) {
      Outcome outcome = channel.deliver(notice("anne@example.ca"), MailChannelTest::nothing);
      assertThat(outcome.kind()).as(outcome.answer()).isEqualTo(kind);
      assertThat(server.messages).hasSize(kind == Kind.SENT || kind == Kind.UNSURE ? 1 : 0);
    }
  }

  @Test
  void saysThatAServerWhereNobodyListensIsAway() throws Exception {
    int port;
    try (ScriptedServer server = new ScriptedServer(null)) {
      port = server.port();
    }
    try (MailChannel channel = channel("localhost", port, Encryption.NONE)) {
      assertThat(channel.deliver(notice("anne@example.ca"), MailChannelTest::nothing).kind())
          .isEqualTo(Kind.AWAY);
    }
  }

  @Test
  void usesOneConnectionForManyAndAnotherWhenThatOneWasClosed() throws Exception {
    try (ScriptedServer server = new ScriptedServer(null);
        MailChannel channel = channel("localhost", server.port(), Encryption.NONE)) {
      channel.deliver(notice("a@example.ca"), MailChannelTest::nothing);
      channel.deliver(notice("b@example.ca"), MailChannelTest::nothing);
      assertThat(server.commands).filteredOn(line -> line.startsWith("EHLO")).hasSize(1);
      server.answers("MAIL", "421 idle for too long");
      assertThat(channel.deliver(notice("c@example.ca"), MailChannelTest::nothing).kind())
          .isEqualTo(Kind.AWAY);
      server.answers("MAIL", "250 ok");
      assertThat(channel.deliver(notice("d@example.ca"), MailChannelTest::nothing).kind())
          .isEqualTo(Kind.SENT);
      assertThat(server.messages).hasSize(3);
    }
  }

  @Test
  void sendsNothingWhenTheClaimIsLostBeforeItsEnd() throws Exception {
    try (ScriptedServer server = new ScriptedServer(null);
        MailChannel channel = channel("localhost", server.port(), Encryption.NONE)) {
      assertThatThrownBy(
              () ->
                  channel.deliver(
                      notice("anne@example.ca"),
                      () -> {
                        throw new IllegalStateException("lost");
                      }))
          .hasMessage("lost");
      assertThat(channel.deliver(notice("luc@example.ca"), MailChannelTest::nothing).kind())
          .isEqualTo(Kind.SENT);
      assertThat(server.messages).singleElement().asString().contains("luc@example.ca");
    }
  }

  @Test
  void endsWhatWaitsForAnAnswerWhenItIsClosed() throws Exception {
    try (ScriptedServer server = new ScriptedServer(null).answers("RCPT", ScriptedServer.SILENCE);
        MailChannel channel = channel("localhost", server.port(), Encryption.NONE)) {
      CompletableFuture<Outcome> waiting =
          CompletableFuture.supplyAsync(
              () -> channel.deliver(notice("anne@example.ca"), MailChannelTest::nothing));
      server.silent.await();
      channel.close();
      assertThat(waiting.get(20, TimeUnit.SECONDS).kind()).isEqualTo(Kind.AWAY);
    }
  }

  @Test
  void sendsNothingInTheClearWhereEncryptionIsAskedFor() throws Exception {
    try (ScriptedServer server = new ScriptedServer(null);
        MailChannel channel = channel("localhost", server.port(), Encryption.STARTTLS)) {
      Outcome outcome = channel.deliver(notice("anne@example.ca"), MailChannelTest::nothing);
      assertThat(outcome.kind()).isEqualTo(Kind.AWAY);
      assertThat(outcome.answer()).contains("STARTTLS");
      assertThat(server.commands).noneMatch(line -> line.matches("(?i)(mail|auth).*"));
    }
  }

  @Test
  void refusesAnAddressThatIsNone() throws Exception {
    try (ScriptedServer server = new ScriptedServer(null);
        MailChannel channel = channel("localhost", server.port(), Encryption.NONE)) {
      Notice notice = notice("anne@example.ca\r\nBcc: luc@example.ca");
      assertThat(channel.deliver(notice, MailChannelTest::nothing).kind()).isEqualTo(Kind.REFUSED);
      assertThat(server.messages).isEmpty();
    }
  }

  private static void nothing() {}

  static Notice notice(String to) {
    return new Notice("uid-1", to, Locale.CANADA_FRENCH, "trial", Map.of("by", "Anne"));
  }

  static MailChannel channel(String host, int port, Encryption encryption) throws Exception {
    return new MailChannel(
        new MailServer(
            host,
            port,
            encryption,
            Optional.empty(),
            () -> "",
            new InternetAddress("portal@example.ca"),
            URI.create("https://portal.example.ca")),
        Clock.systemUTC());
  }
}
