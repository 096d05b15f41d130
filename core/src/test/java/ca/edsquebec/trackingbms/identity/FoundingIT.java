package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.RetentionPeriod;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FoundingIT {

  private static TestIdentity world;

  private final Founding founding =
      new Founding(
          world.installation.databases(), world.identity.invitations(), world.installation.audit());

  @BeforeAll
  static void start() {
    world = new TestIdentity();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void makesAClientWhoseAdministratorIsInvited() {
    TenantId laval = new TenantId("laval");
    founding.found(Actor.SYSTEM, wish(laval, "anne@laval.example"));
    Tenant made = world.installation.databases().tenants().get(laval);
    assertThat(made.status()).isEqualTo(Tenant.Status.ACTIVE);
    assertThat(made.name()).isEqualTo("Ville de Laval");
    assertThat(world.installation.databases().retentionPeriods().of(laval).toString())
        .isEqualTo("P2Y");
    String token = world.mailedToken("anne@laval.example");
    world
        .identity
        .invitations()
        .accept(token, "Anne Roy", "une phrase assez longue 88", "192.0.2.1");
    assertThat(
            world
                .signIn("anne@laval.example", "une phrase assez longue 88")
                .principal()
                .memberships())
        .containsEntry(laval, Membership.WHOLE);
    assertThat(
            world.text("COUNT(*)", "audit_entry", "action = 'CLIENT_CREATE' AND chain = 'laval'"))
        .isEqualTo("1");
  }

  @Test
  void completesWhatACrashLeft() {
    TenantId half = new TenantId("half");
    world.installation.databases().provisioning().prepare(half, "À moitié");
    founding.found(Actor.SYSTEM, wish(half, "anne@half.example"));
    assertThat(world.installation.databases().tenants().get(half).status())
        .isEqualTo(Tenant.Status.ACTIVE);
  }

  @Test
  void refusesWhatIsTakenReservedOrMalformed() {
    TenantId acme = world.installation.tenant("acme");
    refuses(wish(acme, "anne@acme.example"), "client");
    refuses(wish(new TenantId("new"), "anne@acme.example"), "client");
    refuses(wish(new TenantId("fresh"), "anne"), "email");
    assertThat(world.installation.databases().tenants().find(new TenantId("fresh"))).isEmpty();
    assertThat(world.installation.databases().tenants().find(new TenantId("new"))).isEmpty();
    assertThat(world.identity.invitations().list(acme)).isEmpty();
  }

  private void refuses(NewClient wish, String field) {
    assertThatThrownBy(() -> founding.found(Actor.SYSTEM, wish))
        .isInstanceOfSatisfying(
            InvalidException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  private static NewClient wish(TenantId id, String email) {
    return new NewClient(
        id,
        "Ville de Laval",
        email,
        "Anne Roy",
        Locale.CANADA_FRENCH,
        Optional.of(RetentionPeriod.parse("P2Y")));
  }
}
