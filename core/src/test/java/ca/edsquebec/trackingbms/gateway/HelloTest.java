package ca.edsquebec.trackingbms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gateways say of themselves, right and wrong. */
class HelloTest {

  @Test
  void readsAllThatItSays() {
    Hello.Read read = Hello.read("toit-sud", "TrackingBMS-Forward/1.2.0", "12", "1790000000000");
    assertThat(read.faults()).isEmpty();
    assertThat(read.hello())
        .contains(
            new Hello(
                "toit-sud",
                "TrackingBMS-Forward/1.2.0",
                OptionalLong.of(12),
                OptionalLong.of(1_790_000_000_000L)));
  }

  @Test
  void asksForNothingButTheName() {
    assertThat(Hello.read("a", null, null, null).hello())
        .contains(new Hello("a", "", OptionalLong.empty(), OptionalLong.empty()));
    Hello.Read nobody = Hello.read(null, "x", "-1", "never");
    assertThat(nobody.hello()).isEmpty();
    assertThat(nobody.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".a", "a b", "toît", "a/b", "<b>", "a\u0000", "a\r\nX: y"})
  void refusesNamesThatAreNone(String name) {
    Hello.Read read = Hello.read(name, null, null, null);
    assertThat(read.hello()).isEmpty();
    assertThat(read.faults()).hasSize(1);
    assertThat(read.faults().get(0)).matches("[\\x20-\\x7E]+");
  }

  @Test
  void refusesNameOfMoreThanFortyCharacters() {
    assertThat(Hello.read("a".repeat(40), null, null, null).hello()).isPresent();
    Hello.Read read = Hello.read("a".repeat(8000), null, null, null);
    assertThat(read.hello()).isEmpty();
    assertThat(read.faults().get(0)).hasSizeLessThan(120);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "1000000000001", "99999999999999999999", "0x1", "١"})
  void takesTheRestWhenANumberIsNone(String number) {
    Hello.Read read = Hello.read("a", "b c", number, number);
    assertThat(read.hello()).contains(new Hello("a", "", OptionalLong.empty(), sentAt(number)));
    assertThat(read.faults()).hasSize(number.length() == 13 ? 2 : 3);
  }

  // What is too much for a backlog may be a time.
  private static OptionalLong sentAt(String number) {
    return number.length() == 13 ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
  }
}
