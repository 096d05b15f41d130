package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

  private static final String SECRET = "_-_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-__";

  @Test
  void splitsAtTheFirstTwoUnderscores() {
    KeyText key = KeyText.parse("tbms_abcdefgh2345_" + SECRET).orElseThrow();
    assertThat(key.id()).isEqualTo("abcdefgh2345");
    assertThat(key.secret()).isEqualTo(SECRET);
  }

  @Test
  void readsWhatItMakes() {
    for (int i = 0; i < 1000; i++) {
      KeyText key = KeyText.random();
      assertThat(KeyText.parse(key.text())).contains(key);
    }
  }

  @Test
  void doesNotShowItsSecret() {
    KeyText key = KeyText.random();
    assertThat(key.toString()).doesNotContain(key.secret());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tbms_",
        "tbms_abcdefgh2345_",
        "tbms_abcdefgh2345",
        "TBMS_abcdefgh2345_" + SECRET,
        "tbms_ABCDEFGH2345_" + SECRET,
        "tbms_abcdefgh2345_" + SECRET + "A",
        "tbms_abcdefgh2345_" + SECRET + "\n",
        " tbms_abcdefgh2345_" + SECRET,
        "tbms_abcdefgh234_" + SECRET,
        "tbms_abcdefgh2345_+/" + "A"
      })
  void refusesAnythingElse(String text) {
    assertThat(KeyText.parse(text)).isEmpty();
  }
}
