package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.notification.Correspondence;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody answers an invitation in the very moment in which he is erased. */
class ErasedWhileInvitedIT {

  private static final Actor EDS = Actor.user(1_000_000, "192.0.2.9");

  private static TestIdentity test;
  private static Audit audit;
  private static PersonErasure erasure;
  private static TenantId acme;
  private static TenantId boreal;

  @BeforeAll
  static void start() {
    test = new TestIdentity();
    audit = new Audit(test.installation.databases(), test.keys, test.clock);
    erasure =
        new PersonErasure(
            test.registry,
            test.identity.passwords(),
            test.identity.sessions(),
            new Correspondence(test.installation.databases()),
            audit,
            test.clock);
    acme = test.installation.tenant("acme");
    boreal = test.installation.tenant("boreal");
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @Test
  void whoJoinsWithTheAccountFindsItGone() throws Exception {
    String email = "joins@example.ca";
    String password = test.create(acme, email);
    Principal.User person = test.signIn(email, password).principal();
    String token = invite(email);
    Throwable refused =
        whileErased(
            email, () -> test.identity.invitations().join(person, token, TestIdentity.ADDRESS));
    assertThat(refused).isInstanceOf(NotFoundException.class);
    assertThat(test.text("COUNT(*)", "membership", "user_id = " + person.id())).isEqualTo("0");
    assertThat(test.audited("INVITATION_ACCEPTED")).isZero();
  }

  @Test
  void whoMakesAnAccountFindsNoInvitation() throws Exception {
    String email = "accepts@example.ca";
    test.create(acme, email);
    String token = invite(email);
    Throwable refused =
        whileErased(
            email,
            () ->
                test.identity
                    .invitations()
                    .accept(token, "Anne", "chat orange sur le quai", TestIdentity.ADDRESS));
    assertThat(refused).isInstanceOf(NotFoundException.class);
    assertThat(test.text("COUNT(*)", "user_account", "email = '" + email + "'")).isEqualTo("0");
  }

  /** Both are under way, and one waits for the other, before either can end. */
  private Throwable whileErased(String email, ThrowingCallable answer) throws Exception {
    long id = Long.parseLong(test.text("id", "user_account", "email = '" + email + "'"));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    var access = test.installation.access();
    try (Connection holder =
        DriverManager.getConnection(access.server(), access.user(), access.password())) {
      holder.setAutoCommit(false);
      hold(holder, email);
      Future<Throwable> erased =
          threads.submit(() -> catchThrowable(() -> erasure.of(EDS, id, email)));
      Waiters.await(test.registry, 1);
      Future<Throwable> answered = threads.submit(() -> catchThrowable(answer));
      Waiters.await(test.registry, 2);
      holder.rollback();
      assertThat(erased.get()).isNull();
      return answered.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private void hold(Connection holder, String email) throws Exception {
    String sql =
        "SELECT id FROM `%s`.invitation WHERE email = '%s' FOR UPDATE"
            .formatted(test.registry.name(), email);
    try (var statement = holder.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
    }
  }

  private static String invite(String email) {
    test.identity
        .invitations()
        .invite(
            EDS,
            Membership.WHOLE,
            boreal,
            new NewMember(
                email, "Anne", new Membership(Role.USER, BatteryAccess.ALL), Locale.CANADA_FRENCH));
    return test.mailedToken(email);
  }
}
