package ca.edsquebec.trackingbms.jobs.forward.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.testkit.TestBroker;
import ca.edsquebec.trackingbms.testkit.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Mosquitto, plain and over TLS: who is let in, whom we trust, and what is said of it. */
class MqttSourceIT {

  private static final String TOPIC = "N/1/battery/0/Soc";

  @TempDir Path folder;

  private static MqttAccess access(String password, SSLSocketFactory authorities) {
    return new MqttAccess(
        Optional.of(TestBroker.USER), Optional.of(password), Optional.ofNullable(authorities));
  }

  private static Overheard hearing(String address, MqttAccess access) {
    return new Overheard(
        new MqttSource(MqttAddress.parse(address), true, access, Clock.systemUTC()));
  }

  @Test
  void hearsABrokerThatIsStartedAnew() throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        Overheard heard =
            hearing(
                "mqtt://127.0.0.1:%d/N/+/battery/#".formatted(broker.port()),
                access(TestBroker.PASSWORD, null))) {
      Published.retained(broker, TOPIC, "{\"value\":61}");
      assertThat(heard.next().topic()).isEqualTo(TOPIC);
      broker.stop();
      assertThat(heard.trouble()).contains("lost");
      broker.start();
      Published.retained(broker, TOPIC, "{\"value\":62}");
      assertThat(heard.text()).isEqualTo("{\"value\":62}");
    }
  }

  @Test
  void brokerThatDoesNotKnowTheNameIsTold() throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        Overheard heard =
            hearing("mqtt://127.0.0.1:%d/#".formatted(broker.port()), access("wrong", null))) {
      assertThat(heard.trouble())
          .contains("not authorized", "TBMS_MQTT_PASSWORD")
          .doesNotContain("wrong");
    }
  }

  @Test
  void hearsOverTlsWhomTheFileNames() throws Exception {
    TestCertificate certificate = TestCertificate.make(folder);
    SSLSocketFactory trust = Authorities.of(certificate.pem());
    try (TestBroker broker = TestBroker.encrypted(folder, certificate);
        Overheard heard =
            hearing(
                "mqtts://localhost:%d/N/1/battery/#".formatted(broker.port()),
                access(TestBroker.PASSWORD, trust))) {
      Published.encrypted(broker, trust, TOPIC, "{\"value\":63}");
      assertThat(heard.text()).isEqualTo("{\"value\":63}");
    }
  }

  @Test
  void wrongPasswordOverTlsIsTold() throws Exception {
    TestCertificate certificate = TestCertificate.make(folder);
    try (TestBroker broker = TestBroker.encrypted(folder, certificate);
        Overheard heard =
            hearing(
                "mqtts://localhost:%d/#".formatted(broker.port()),
                access("wrong", Authorities.of(certificate.pem())))) {
      assertThat(heard.trouble()).contains("not authorized").doesNotContain("wrong");
    }
  }

  @Test
  void brokerThatNobodyVouchesForIsToldNoPassword() throws Exception {
    TestCertificate certificate = TestCertificate.make(folder);
    TestCertificate other = TestCertificate.make(Files.createDirectory(folder.resolve("other")));
    try (TestBroker broker = TestBroker.encrypted(folder, certificate);
        Overheard wrong =
            hearing(
                "mqtts://localhost:%d/#".formatted(broker.port()),
                access(TestBroker.PASSWORD, Authorities.of(other.pem())));
        Overheard none =
            hearing(
                "mqtts://localhost:%d/#".formatted(broker.port()),
                access(TestBroker.PASSWORD, null))) {
      assertThat(wrong.trouble()).contains("nobody that is trusted", "--mqtt-ca-file");
      assertThat(none.trouble()).contains("nobody that is trusted", "--mqtt-ca-file");
    }
    // So Mosquitto notes whoever has told it name and password.
    assertThat(folder.resolve("broker.log")).content().doesNotContain("u'" + TestBroker.USER);
  }

  @Test
  void certificateOfAnotherHostIsRefused() throws Exception {
    TestCertificate certificate = TestCertificate.make(folder);
    try (TestBroker broker = TestBroker.encrypted(folder, certificate);
        Overheard heard =
            hearing(
                "mqtts://127.0.0.1:%d/#".formatted(broker.port()),
                access(TestBroker.PASSWORD, Authorities.of(certificate.pem())))) {
      assertThat(heard.trouble()).contains("not one for this host", "127.0.0.1");
    }
  }

  @Test
  void brokerWithoutTlsIsNotSpokenToInTheClear() throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        Overheard heard =
            hearing(
                "mqtts://localhost:%d/#".formatted(broker.port()),
                access(TestBroker.PASSWORD, null))) {
      assertThat(heard.trouble()).contains("TLS");
    }
  }

  @Test
  void brokerWithTlsThatIsSpokenToInTheClearIsTold() throws Exception {
    TestCertificate certificate = TestCertificate.make(folder);
    try (TestBroker broker = TestBroker.encrypted(folder, certificate);
        Overheard heard =
            hearing(
                "mqtt://localhost:%d/#".formatted(broker.port()),
                access(TestBroker.PASSWORD, null))) {
      assertThat(heard.trouble()).contains("mqtts:// is right");
    }
  }

  @Test
  void fileWithoutACertificateIsRefused() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path words = Files.writeString(folder.resolve("words.pem"), "no certificate at all");
    for (Path file : new Path[] {empty, words, folder.resolve("missing.pem")}) {
      assertThatThrownBy(() -> Authorities.of(file))
          .isInstanceOf(InvalidException.class)
          .hasMessageContaining(file.toString());
    }
  }
}
