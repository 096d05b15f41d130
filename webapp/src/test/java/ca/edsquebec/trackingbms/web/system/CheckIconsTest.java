package ca.edsquebec.trackingbms.web.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class CheckIconsTest {

  private static final String NAME = ".name";

  @Test
  void eachCheckHasADrawingOfItsOwn() {
    assertThat(
            ResourceBundle.getBundle("health").keySet().stream()
                .filter(key -> key.endsWith(NAME))
                .map(key -> key.substring(0, key.length() - NAME.length()))
                .map(CheckIcons::of))
        .hasSizeGreaterThan(10)
        .doesNotHaveDuplicates()
        .doesNotContain(CheckIcons.of("a check that came later"));
  }
}
