package ca.edsquebec.trackingbms.maintenance.health;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.gateway.Contact;
import ca.edsquebec.trackingbms.gateway.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a gateway's silence is a fault: once, with the number of batteries behind it. */
class GatewayCheckTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static Finding heard(Duration ago) {
    Contact contact =
        new Contact(
            Optional.ofNullable(ago).map(NOW::minus),
            "",
            OptionalLong.empty(),
            OptionalLong.empty());
    Gateway gateway =
        new Gateway(
            1,
            "ab12cd34",
            "toit",
            "Toit sud",
            Duration.ofMinutes(5),
            Set.of("k"),
            Set.of(1L, 2L, 3L),
            contact,
            NOW);
    return GatewayCheck.judge(gateway, NOW);
  }

  @Test
  void bearsThatTheDatabaseIsBehind() {
    assertThat(heard(Duration.ofSeconds(330)).status()).isEqualTo(Status.OK);
    assertThat(heard(Duration.ofSeconds(331)).status()).isEqualTo(Status.WARN);
  }

  @Test
  void saysWhichAndHowManyBatteriesAreBehindIt() {
    Finding silent = heard(Duration.ofHours(1));
    assertThat(silent.cause()).isEqualTo("silent");
    assertThat(silent.detail()).isEqualTo("Toit sud, 3");
  }

  @Test
  void doesNotWakeAnybodyForWhatNeverSentOrStoppedLongAgo() {
    assertThat(heard(null).cause()).isEqualTo("awaited");
    assertThat(heard(Duration.ofDays(8)).cause()).isEqualTo("dormant");
    assertThat(heard(Duration.ofDays(8)).status().isBad()).isFalse();
  }
}
