package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrincipalTest {

  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId BOREAL = new TenantId("boreal");

  private final Principal anne =
      new Principal.User(
          12,
          "anne@example.ca",
          "Anne",
          Locale.CANADA_FRENCH,
          false,
          Map.of(
              ACME,
              Membership.WHOLE,
              BOREAL,
              new Membership(Role.USER, BatteryAccess.places(Set.of("aaaa")))),
          false,
          "abc",
          Optional.empty());

  @Test
  void mayDoAtEachClientWhatTheRoleThereAllows() {
    assertThat(anne.may(ACME, Permission.MANAGE_FLEET)).isTrue();
    assertThat(anne.may(BOREAL, Permission.VIEW_FLEET)).isTrue();
    assertThat(anne.may(BOREAL, Permission.MANAGE_FLEET)).isFalse();
    assertThat(anne.may(new TenantId("other"), Permission.VIEW_FLEET)).isFalse();
    assertThat(anne.may(ACME, Permission.INGEST)).isFalse();
  }

  @Test
  void hasToDoWithTheBatteriesThatWereSaidOfEachClient() {
    assertThat(anne.access(ACME).isAll()).isTrue();
    assertThat(anne.access(BOREAL)).isEqualTo(BatteryAccess.places(Set.of("aaaa")));
    assertThat(anne.access(new TenantId("other"))).isEqualTo(BatteryAccess.NONE);
  }

  @Test
  void keepsAKeyToItsClientAndScopes() {
    Principal sender =
        new Principal.Key("ab12cd34ef56", ACME, Set.of(Scope.INGEST), BatteryAccess.ALL);
    assertThat(sender.may(ACME, Permission.INGEST)).isTrue();
    assertThat(sender.may(BOREAL, Permission.INGEST)).isFalse();
    assertThat(sender.may(ACME, Permission.VIEW_FLEET)).isFalse();
    assertThat(sender.name()).isEqualTo("key:ab12cd34ef56");
    assertThat(sender.tenants()).containsExactly(ACME);
  }
}
