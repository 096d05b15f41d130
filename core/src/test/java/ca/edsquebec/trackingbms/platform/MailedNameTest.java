package ca.edsquebec.trackingbms.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailedNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anne Roy",
        "J.-P. Roy",
        "J.P.Roy",
        "Dr. Élise Côté, ing.",
        "O’Neil A/S Mme Roy",
        "Anne Roy (prestataire)",
        "Wwwilliam Roy",
        "안나 로이",
        "M.Tremblay"
      })
  void letsPeopleBeCalledAsTheyAre(String name) {
    assertThat(MailedName.ofPerson("name", name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/x",
        "Anne, voyez hxxp://evil",
        "Anne www.evil.example",
        "ANNE WWW2.EVIL.EXAMPLE",
        "ｗｗｗ．evil．example",
        "t.co/abc",
        "a.b\\c",
        "Anne\nhttp: Roy",
        "Anne\u2028Roy",
        "Anne \u202eyoR",
        "Anne\u0007"
      })
  void letsNoNameLeadAnywhere(String name) {
    refused(() -> MailedName.ofPerson("displayName", name));
    refused(() -> MailedName.ofClient("displayName", name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.com", "Anne Roy evil.example", "anne@evil.example", "evil。com"})
  void letsNoPersonBeCalledAsAHost(String name) {
    refused(() -> MailedName.ofPerson("displayName", name));
  }

  @Test
  void letsAClientBeCalledAsItsSiteIs() {
    assertThat(MailedName.ofClient("name", "Batteries.ca inc.")).isEqualTo("Batteries.ca inc.");
  }

  private static void refused(Runnable name) {
    assertThatThrownBy(name::run)
        .isInstanceOfSatisfying(
            InvalidException.class, e -> assertThat(e.field()).isEqualTo("displayName"));
  }
}
