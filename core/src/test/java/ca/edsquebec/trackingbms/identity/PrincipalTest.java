package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Locale;
import java.util.Map;
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
          Map.of(ACME, Role.CLIENT_ADMIN, BOREAL, Role.USER),
          "abc");

  @Test
  void mayDoAtEachClientWhatTheRoleThereAllows() {
    assertThat(anne.may(ACME, Permission.MANAGE_FLEET)).isTrue();
    assertThat(anne.may(BOREAL, Permission.VIEW_FLEET)).isTrue();
    assertThat(anne.may(BOREAL, Permission.MANAGE_FLEET)).isFalse();
    assertThat(anne.may(new TenantId("other"), Permission.VIEW_FLEET)).isFalse();
    assertThat(anne.may(ACME, Permission.INGEST)).isFalse();
  }

  @Test
  void viewsAsItself() {
    assertThat(anne.viewer(BOREAL).principal()).isEqualTo("user:12");
    assertThat(anne.viewer(BOREAL).scope().all()).isTrue();
  }

  @Test
  void findsNoClientThatItDoesNotBelongTo() {
    assertThatThrownBy(() -> anne.viewer(new TenantId("other")))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("no client \"other\"");
  }

  @Test
  void keepsAKeyToItsClientAndScopes() {
    Principal sender = new Principal.Key("ab12cd34ef56", ACME, Set.of(Scope.INGEST));
    assertThat(sender.may(ACME, Permission.INGEST)).isTrue();
    assertThat(sender.may(BOREAL, Permission.INGEST)).isFalse();
    assertThat(sender.may(ACME, Permission.VIEW_FLEET)).isFalse();
    assertThat(sender.name()).isEqualTo("key:ab12cd34ef56");
    assertThat(sender.tenants()).containsExactly(ACME);
  }

  @Test
  void showsNoBatteryToAKeyThatMayOnlySend() {
    Principal sender = new Principal.Key("ab12cd34ef56", ACME, Set.of(Scope.INGEST));
    assertThat(sender.viewer(ACME).scope().includes(1)).isFalse();
    Principal reader = new Principal.Key("ab12cd34ef56", ACME, Set.of(Scope.READ));
    assertThat(reader.viewer(ACME).scope().includes(1)).isTrue();
  }
}
