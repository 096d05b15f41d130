package ca.edsquebec.trackingbms.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatteryDetailsTest {

  @Test
  void keepsEachTagOnceInOneSpelling() {
    assertThat(tags(" Prêt   à vendre", "prêt à vendre", "URGENT", ""))
        .containsExactly("prêt à vendre", "urgent");
  }

  @Test
  void takesTheSameLetterForTheSameHoweverItIsEncoded() {
    assertThat(tags("e\u0301te\u0301", "\u00e9t\u00e9")).containsExactly("\u00e9t\u00e9");
  }

  @Test
  void refusesTagsThatAreTooLongOrTooMany() {
    assertThat(tags("x".repeat(40))).hasSize(1);
    assertThatThrownBy(() -> tags("x".repeat(41))).isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> tags("un,deux")).isInstanceOf(InvalidException.class);
    String[] many = IntStream.range(0, 21).mapToObj(i -> "t" + i).toArray(String[]::new);
    assertThatThrownBy(() -> tags(many)).isInstanceOf(InvalidException.class);
  }

  private static List<String> tags(String... given) {
    return BatteryDetails.of(List.of(given), Map.of()).tags();
  }
}
