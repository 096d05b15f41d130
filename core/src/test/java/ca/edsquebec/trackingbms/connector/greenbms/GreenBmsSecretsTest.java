package ca.edsquebec.trackingbms.connector.greenbms;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Dialogue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever listens to a Control Unit hears its password; nobody may read it with us. */
class GreenBmsSecretsTest {

  private final GreenBmsConnector connector = new GreenBmsConnector();

  @ParameterizedTest
  @CsvSource({
    "$#p0021234, $#p*******",
    "p0021234$, p*******$",
    "1234$#g00152.5$#v0013.31$, ****$#g00152.5$#v0013.31$",
    "$#g00152.5$#p0021234$#v0013, $#g00152.5$#p*******$#v****",
    "$#g0021234567$, $#g**********$",
  })
  void ofADamagedLineOnlyMeasurementsAreKept(String line, String kept) {
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(new String(connector.withoutSecrets(bytes), StandardCharsets.ISO_8859_1))
        .isEqualTo(kept);
  }

  @Test
  void aFrameThatIsPassedOnHasNoPassword() {
    Dialogue dialogue = new PagesDialogue(20_000_000, true);
    byte[] lines =
        "$#p01260$#p0021234$#p01416$\r\n$#p0021234$\r\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(dialogue.step(0, lines).frames())
        .extracting(frame -> new String(frame.data(), StandardCharsets.ISO_8859_1).strip())
        .containsExactly("$#p01260$$#p01416$", "$$");
  }
}
