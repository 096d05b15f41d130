package ca.edsquebec.trackingbms.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomTextTest {

  @Test
  void keepsToItsAlphabets() {
    assertThat(RandomText.base32(1000)).matches("[a-z2-7]{1000}");
    assertThat(RandomText.readable(1000)).matches("[a-km-np-zA-HJ-NP-Z2-9]{1000}");
  }

  @Test
  void doesNotRepeatItself() {
    assertThat(Stream.generate(() -> RandomText.base32(16)).limit(1000)).doesNotHaveDuplicates();
  }
}
