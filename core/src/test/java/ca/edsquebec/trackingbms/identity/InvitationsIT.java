package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.QuotaException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvitationsIT {

  private static final Actor BY = TestIdentity.by(1);
  private static final String PASSWORD = "chat orange sur le quai";

  private static TestIdentity world;
  private static TenantId acme;
  private static TenantId boreal;
  private static Invitations invitations;

  @BeforeAll
  static void start() {
    world = new TestIdentity();
    acme = world.installation.tenant("acme");
    boreal = world.installation.tenant("boreal");
    invitations = world.identity.invitations();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void invitedPersonMakesAnAccountOnce() {
    String token = invite(acme, "new@example.ca");
    assertThat(invitations.find(token).orElseThrow())
        .isEqualTo(new Offer(acme, "Acme Énergie", "new@example.ca", "Anne", false));
    invitations.accept(token, "Anne Roy", PASSWORD, TestIdentity.ADDRESS);
    assertThat(world.signIn("new@example.ca", PASSWORD).principal().tenants())
        .containsExactly(acme);
    assertThatThrownBy(() -> invitations.accept(token, "Anne", PASSWORD, TestIdentity.ADDRESS))
        .isInstanceOf(NotFoundException.class);
    assertThat(invitations.list(acme))
        .extracting(Invitation::email)
        .doesNotContain("new@example.ca");
  }

  @Test
  void whoHasAnAccountJoinsWithItAndNobodyElseDoes() {
    String password = world.create(acme, "has@example.ca");
    String other = world.create(acme, "other@example.ca");
    String token = invite(boreal, "has@example.ca");
    assertThat(invitations.find(token).orElseThrow().hasAccount()).isTrue();
    Principal.User stranger = world.signIn("other@example.ca", other).principal();
    assertThatThrownBy(() -> invitations.join(stranger, token, TestIdentity.ADDRESS))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> invitations.accept(token, "X", PASSWORD, TestIdentity.ADDRESS))
        .isInstanceOf(InvalidException.class);
    invitations.join(
        world.signIn("has@example.ca", password).principal(), token, TestIdentity.ADDRESS);
    assertThat(world.signIn("has@example.ca", password).principal().tenants())
        .containsExactlyInAnyOrder(acme, boreal);
  }

  @Test
  void nobodyJoinsBeyondTheNumberThatTheClientMayHave() {
    TenantId small = world.installation.addTenant("petite", "Petite Énergie");
    allow(small, 0);
    String token = invite(small, "second@example.ca");
    assertThatThrownBy(() -> invitations.accept(token, "Anne", PASSWORD, TestIdentity.ADDRESS))
        .isInstanceOf(QuotaException.class);
    assertThat(invitations.find(token).orElseThrow().hasAccount()).isFalse();
    allow(small, 1);
    invitations.accept(token, "Anne", PASSWORD, TestIdentity.ADDRESS);
    assertThat(world.signIn("second@example.ca", PASSWORD).principal().tenants())
        .containsExactly(small);
  }

  private static void allow(TenantId tenant, int people) {
    world.registry.sql(
        (connection, db) -> {
          String sql =
              "UPDATE %s.tenant SET quota_users = %d WHERE slug = '%s'"
                  .formatted(db, people, tenant.slug());
          try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }

  @Test
  void linkIsGoodForSevenDays() {
    String token = invite(acme, "late@example.ca");
    world.clock.advance(Duration.ofDays(7));
    assertThat(invitations.find(token)).isEmpty();
  }

  @Test
  void sendingAgainMakesTheFirstLinkUseless() {
    String first = invite(acme, "twice@example.ca");
    String second = invite(acme, "twice@example.ca");
    assertThat(invitations.find(first)).isEmpty();
    assertThat(invitations.find(second)).isPresent();
    assertThat(invitations.list(acme))
        .extracting(Invitation::email)
        .containsOnlyOnce("twice@example.ca");
  }

  @Test
  void withdrawnLinkIsUselessAndOfThatClientOnly() {
    String token = invite(acme, "no@example.ca");
    long id =
        invitations.list(acme).stream()
            .filter(one -> one.email().equals("no@example.ca"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThatThrownBy(() -> invitations.withdraw(BY, Membership.WHOLE, boreal, id))
        .isInstanceOf(NotFoundException.class);
    invitations.withdraw(BY, Membership.WHOLE, acme, id);
    assertThat(invitations.find(token)).isEmpty();
    assertThatThrownBy(() -> invitations.sendAgain(BY, Membership.WHOLE, acme, id))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void memberIsNotInvited() {
    world.create(acme, "member@example.ca");
    assertThatThrownBy(() -> invite(acme, "member@example.ca"))
        .isInstanceOf(InvalidException.class);
  }

  private static String invite(TenantId tenant, String email) {
    // Which of two mails is the later one, their times say.
    world.clock.advance(Duration.ofSeconds(1));
    invitations.invite(
        BY,
        Membership.WHOLE,
        tenant,
        new NewMember(
            email, "Anne", new Membership(Role.USER, BatteryAccess.ALL), Locale.CANADA_FRENCH));
    return world.mailedToken(email);
  }
}
