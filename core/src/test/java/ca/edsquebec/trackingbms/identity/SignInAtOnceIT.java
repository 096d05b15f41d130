package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several sign-ins of one account, and its changes, in the same moment. */
class SignInAtOnceIT {

  private static final int AT_ONCE = 8;
  private static final int EACH = 5;

  private static TestIdentity world;
  private static TenantId acme;

  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

  @BeforeAll
  static void start() {
    world = new TestIdentity();
    acme = world.installation.tenant("acme");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void letsTheSameAccountInFromManyPlaces() throws Exception {
    String email = "many@example.ca";
    String password = world.create(acme, email);
    Callable<Principal.User> some =
        () -> {
          for (int i = 1; i < EACH; i++) {
            world.signIn(email, password);
          }
          return world.signIn(email, password).principal();
        };
    long id = 0;
    for (Future<Principal.User> in : threads.invokeAll(Collections.nCopies(AT_ONCE, some))) {
      id = in.get().id();
    }
    assertThat(world.text("COUNT(*)", "session", "user_id = " + id))
        .isEqualTo(String.valueOf(AT_ONCE * EACH));
  }

  @Test
  void refusesThePasswordThatIsChangedWhileItIsChecked() throws Exception {
    assertThat(
            whileChanged("changed@example.ca", "password_hash = '" + PasswordHash.nothing() + "'"))
        .isInstanceOf(SignInRefused.class);
    assertThat(world.audited("SIGN_IN_FAILED")).isEqualTo(1);
  }

  @Test
  void refusesTheAccountThatIsDeactivatedWhileItsPasswordIsChecked() throws Exception {
    assertThat(whileChanged("gone@example.ca", "deactivated_at = NOW()"))
        .isInstanceOf(SignInRefused.class);
  }

  /** The sign-in waits for the change, whose password was still right when it was checked. */
  private Throwable whileChanged(String email, String change) throws Exception {
    String password = world.create(acme, email);
    var access = world.installation.access();
    try (Connection holder =
            DriverManager.getConnection(access.server(), access.user(), access.password());
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.executeUpdate(
          "UPDATE `%s`.user_account SET %s WHERE email = '%s'"
              .formatted(world.registry.name(), change, email));
      Future<Throwable> answer =
          threads.submit(() -> catchThrowable(() -> world.signIn(email, password)));
      Waiters.await(world.registry, 1);
      holder.commit();
      return answer.get();
    }
  }
}
