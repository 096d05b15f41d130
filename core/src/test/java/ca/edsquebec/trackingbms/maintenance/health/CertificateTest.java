package ca.edsquebec.trackingbms.maintenance.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handshakes with a real server, whose certificate is good for localhost and two days. */
class CertificateTest {

  @TempDir Path folder;

  private final SettableClock clock = SettableClock.atPresent();
  private final ExecutorService server = Executors.newSingleThreadExecutor();
  private TestCertificate certificate;
  private ServerSocket listening;

  @BeforeEach
  void start() throws Exception {
    certificate = TestCertificate.make(folder);
    listening =
        certificate
            .context()
            .getServerSocketFactory()
            .createServerSocket(0, 5, InetAddress.getByName("localhost"));
  }

  @AfterEach
  void stop() throws IOException {
    listening.close();
    server.shutdownNow();
  }

  @Test
  void readsUntilWhenItIsGood() throws Exception {
    ServerCertificate.Shown shown = shown(new ServerCertificate(certificate.store()), "localhost");
    assertThat(shown.trusted()).isTrue();
    assertThat(shown.until())
        .isBetween(
            Instant.now().plus(Duration.ofHours(47)), Instant.now().plus(Duration.ofHours(49)));
  }

  @Test
  void tellsThatNobodyVouchesForIt() throws Exception {
    ServerCertificate.Shown shown = shown(new ServerCertificate(), "localhost");
    assertThat(shown.trusted()).isFalse();
    assertThat(shown.until()).isAfter(Instant.now());
  }

  @Test
  void tellsThatItIsForAnotherName() throws Exception {
    assertThat(shown(new ServerCertificate(certificate.store()), "127.0.0.1").trusted()).isFalse();
  }

  @Test
  void findsWhatToWarnOf() {
    answerOnce();
    Finding finding = look("https://localhost:" + listening.getLocalPort());
    assertThat(finding.status()).isEqualTo(Status.FAIL);
    assertThat(finding.cause()).isEqualTo("soon");
    assertThat(look("http://localhost").cause()).isEqualTo("no-https");
  }

  @Test
  void givesUpOnAServerThatSaysNothing() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      long begun = System.nanoTime();
      URI address = URI.create("https://localhost:" + silent.getLocalPort());
      assertThatThrownBy(() -> new ServerCertificate().of(address)).isInstanceOf(IOException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void isUnknownWhereNobodyAnswers() throws Exception {
    int port = listening.getLocalPort();
    listening.close();
    assertThat(look("https://localhost:" + port).cause()).isEqualTo("no-answer");
  }

  private Finding look(String address) {
    return new CertificateCheck(
            Optional.of(URI.create(address)), new ServerCertificate(certificate.store()), clock)
        .look()
        .get(0);
  }

  private ServerCertificate.Shown shown(ServerCertificate judge, String host) throws IOException {
    answerOnce();
    return judge.of(URI.create("https://" + host + ":" + listening.getLocalPort()));
  }

  private void answerOnce() {
    server.submit(
        () -> {
          try (SSLSocket socket = (SSLSocket) listening.accept()) {
            socket.startHandshake();
            return socket.getInputStream().read();
          }
        });
  }
}
