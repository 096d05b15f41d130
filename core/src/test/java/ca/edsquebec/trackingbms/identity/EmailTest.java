package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

  @Test
  void knowsAnAccountByOneForm() {
    assertThat(Email.of("  Anne.Côté+bms@Example.CA "))
        .contains(new Email("anne.côté+bms@example.ca"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anne",
        "anne@",
        "@example.ca",
        "a b@example.ca",
        "a@b",
        "a@b@example.ca",
        "a\n@b.ca"
      })
  void refusesWhatIsNoAddress(String text) {
    assertThat(Email.of(text)).isEmpty();
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThat(Email.of("a@" + "b".repeat(300) + ".ca")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "anne+bms@example.ca, anne@example.ca",
    "anne+a+b@example.ca, anne@example.ca",
    "anne@example.ca, anne@example.ca",
    "+anne@example.ca, +anne@example.ca"
  })
  void knowsTheMailboxBehindAnAddress(String email, String mailbox) {
    assertThat(new Email(email).mailbox()).isEqualTo(mailbox);
  }
}
