package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

  /** RFC 6238, appendix B, SHA-1; it shows 8 digits, of which ours are the last 6. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void givesTheCodesOfTheRfc(long seconds, String code) {
    long step = Totp.step(Instant.ofEpochSecond(seconds));
    assertThat(Totp.truncated(KEY, step) % 100_000_000).isEqualTo(Integer.parseInt(code));
    assertThat(Totp.code(KEY, step)).isEqualTo(code.substring(2));
  }

  @Test
  void takesTheCodeOfTheStepsBesideToo() {
    long step = Totp.step(NOW);
    for (long near = step - 1; near <= step + 1; near++) {
      assertThat(Totp.match(KEY, Totp.code(KEY, near), NOW, 0)).hasValue(near);
    }
    assertThat(Totp.match(KEY, Totp.code(KEY, step - 2), NOW, 0)).isEmpty();
    assertThat(Totp.match(KEY, Totp.code(KEY, step + 2), NOW, 0)).isEmpty();
  }

  @Test
  void takesNoStepTwiceNorAnEarlierOne() {
    long step = Totp.step(NOW);
    assertThat(Totp.match(KEY, Totp.code(KEY, step), NOW, step)).isEmpty();
    assertThat(Totp.match(KEY, Totp.code(KEY, step - 1), NOW, step)).isEmpty();
    assertThat(Totp.match(KEY, Totp.code(KEY, step + 1), NOW, step)).hasValue(step + 1);
  }

  @Test
  void readsAKeyAsAuthenticatorsDo() {
    assertThat(Totp.key("gezdgnbvgy3tqojqgezdgnbvgy3tqojq")).isEqualTo(KEY);
  }
}
