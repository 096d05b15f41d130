package ca.edsquebec.trackingbms.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {

  @Test
  void takesAColourThatWhiteTextCanBeReadOn() {
    assertThat(new Accent(" #1B4FA8 ").colour()).isEqualTo("#1b4fa8");
  }

  @Test
  void refusesAColourThatIsTooLightAndNamesOneThatWouldDo() {
    assertThatThrownBy(() -> new Accent("#f2a100"))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining(Accent.darkEnough("#f2a100"));
    assertThat(new Accent(Accent.darkEnough("#f2a100")).colour()).isNotEqualTo("#f2a100");
  }

  @Test
  void isLighterOnDarkPagesOnlyAsFarAsNeeded() {
    assertThat(new Accent("#1b4fa8").onDark()).isNotEqualTo("#1b4fa8").isNotEqualTo("#ffffff");
    assertThat(new Accent("#000000").onDark()).matches("#([0-9a-f]{2})\\1\\1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"red", "#12345", "#12345g", "#123456;}", "", "rgb(0,0,0)"})
  void refusesWhatIsNoColour(String text) {
    assertThatThrownBy(() -> new Accent(text)).isInstanceOf(InvalidException.class);
  }
}
