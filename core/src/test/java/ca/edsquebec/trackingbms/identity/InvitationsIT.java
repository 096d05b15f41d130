package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.QuotaException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
    set(tenant, "quota_users", Integer.toString(people));
  }

  private static void set(TenantId tenant, String column, String value) {
    world.registry.sql(
        (connection, db) -> {
          String sql =
              "UPDATE %s.tenant SET %s = %s WHERE slug = '%s'"
                  .formatted(db, column, value, tenant.slug());
          try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }

  @Test
  void nobodyJoinsAClientThatIsSuspendedOrBeingDeleted() {
    TenantId held = world.installation.addTenant("tenue", "Énergie tenue");
    String password = world.create(acme, "joins@example.ca");
    Principal.User joins = world.signIn("joins@example.ca", password).principal();
    String fresh = invite(held, "fresh@example.ca");
    String known = invite(held, "joins@example.ca");
    for (String status : List.of("SUSPENDED", "DELETING", "ERASING")) {
      set(held, "status", "'" + status + "'");
      assertThat(invitations.find(fresh)).as(status).isEmpty();
      assertThatThrownBy(() -> invitations.accept(fresh, "Anne", PASSWORD, TestIdentity.ADDRESS))
          .isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> invitations.join(joins, known, TestIdentity.ADDRESS))
          .isInstanceOf(NotFoundException.class);
    }
    set(held, "status", "'ACTIVE'");
    invitations.join(joins, known, TestIdentity.ADDRESS);
    assertThat(invitations.find(fresh)).isPresent();
  }

  @Test
  void nobodyJoinsAClientThatIsSuspendedAtThatMoment() throws Exception {
    TenantId held = world.installation.addTenant("retenue", "Énergie retenue");
    String token = invite(held, "meanwhile@example.ca");
    assertThat(
            whilst(
                "UPDATE `%s`.tenant SET status = 'SUSPENDED' WHERE slug = 'retenue'",
                () -> invitations.accept(token, "Anne", PASSWORD, TestIdentity.ADDRESS)))
        .isInstanceOf(NotFoundException.class);
    assertThat(world.text("COUNT(*)", "user_account", "email = 'meanwhile@example.ca'"))
        .isEqualTo("0");
  }

  @Test
  void nobodyIsOfferedARoleThatIsDeletedAtThatMoment() throws Exception {
    Role role =
        new Roles(world.registry, world.installation.audit(), world.clock)
            .create(BY, Membership.WHOLE, acme, "Passager", Set.of());
    NewMember who =
        new NewMember(
            "passing@example.ca",
            "Anne",
            new Membership(role, BatteryAccess.ALL),
            Locale.CANADA_FRENCH);
    assertThat(
            whilst(
                "DELETE FROM `%s`.client_role WHERE id = '" + role.id() + "'",
                () -> invitations.invite(BY, Membership.WHOLE, acme, who)))
        .isInstanceOf(InvalidException.class);
    assertThat(invitations.list(acme))
        .extracting(Invitation::email)
        .doesNotContain("passing@example.ca");
  }

  /** What comes of work that waits for a change which somebody else is about to commit. */
  private static Throwable whilst(String change, ThrowingCallable work) throws Exception {
    var access = world.installation.access();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection holder =
            DriverManager.getConnection(access.server(), access.user(), access.password());
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.executeUpdate(change.formatted(world.registry.name()));
      Future<Throwable> answer = thread.submit(() -> catchThrowable(work));
      Waiters.await(world.registry, 1);
      holder.commit();
      return answer.get();
    } finally {
      thread.shutdownNow();
    }
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
