package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private static final String EMAIL = "anne.tremblay@exemple.ca";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat orange sur le quai",
        "xK9mPq2vRt7w",
        "нет никакого кота здесь",
        "pluie-vélo-fenêtre-cuivre",
        "correct horse battery staple jumps",
        "🦊 vit sous le pont rouge 🦊"
      })
  void takesWhatIsLongAndNotGuessed(String password) {
    assertThat(PasswordRules.fault(password, EMAIL, "Anne Tremblay")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "123456789012",
        "qwertyuiop12",
        "aaaaaaaaaaaaaaaa",
        "passwordpassword",
        "trackingbms2026",
        "Annetremblay1",
        "abcabcabcabcabc",
        "motdepasse123"
      })
  void refusesWhatIsGuessedFirst(String password) {
    assertThat(PasswordRules.fault(password, EMAIL, "Anne Tremblay"))
        .contains(PasswordFault.COMMON);
  }

  @Test
  void refusesTheAddressItself() {
    assertThat(PasswordRules.fault("Anne.Tremblay@exemple.ca", EMAIL)).contains(PasswordFault.OWN);
  }

  @Test
  void countsCharactersAndNotBytes() {
    assertThat(PasswordRules.fault("xK9mPq2vRt7")).contains(PasswordFault.SHORT);
    assertThat(PasswordRules.fault("🦊".repeat(6) + "xKq7")).contains(PasswordFault.SHORT);
    assertThat(PasswordRules.fault("x9 kM".repeat(25) + "q7z")).isEmpty();
    assertThat(PasswordRules.fault("x9 kM".repeat(25) + "q7zz")).contains(PasswordFault.LONG);
  }
}
