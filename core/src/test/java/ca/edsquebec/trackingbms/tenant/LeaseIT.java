package ca.edsquebec.trackingbms.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeaseIT {

  private static final Duration LONG = Duration.ofMinutes(5);

  private static TestInstallation installation;
  private static RegistryDatabase registry;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    registry = installation.databases().registry();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void hasOneHolderAtATime() {
    try (Lease held = Lease.tryAcquire(registry, "one", LONG).orElseThrow()) {
      assertThat(Lease.tryAcquire(registry, "one", LONG)).isEmpty();
      assertThat(Lease.tryAcquire(registry, "another", LONG)).isPresent();
      assertThat(held.renew()).isTrue();
    }
    assertThat(Lease.tryAcquire(registry, "one", LONG)).isPresent();
  }

  @Test
  void givesEachHolderALargerFencingNumber() {
    long first;
    try (Lease lease = Lease.tryAcquire(registry, "fenced", LONG).orElseThrow()) {
      first = lease.fence();
    }
    try (Lease lease = Lease.tryAcquire(registry, "fenced", LONG).orElseThrow()) {
      assertThat(lease.fence()).isGreaterThan(first);
    }
  }

  @Test
  void passesToAnotherWhenItsHolderDied() {
    Lease dead = Lease.tryAcquire(registry, "abandoned", LONG).orElseThrow();
    registry.sql(
        (connection, db) -> {
          try (var statement = connection.createStatement()) {
            return statement.executeUpdate(
                "UPDATE " + db + ".lease SET expires_at = '2000-01-01' WHERE name = 'abandoned'");
          }
        });
    Lease heir = Lease.tryAcquire(registry, "abandoned", LONG).orElseThrow();
    assertThat(heir.fence()).isGreaterThan(dead.fence());
    assertThat(dead.renew()).isFalse();
    dead.close();
    assertThat(heir.renew()).as("the dead holder's late close takes nothing away").isTrue();
  }

  @Test
  void aClockThatWasPutBackAnHourKeepsNobodyWaitingForAnHour() {
    Lease dead = Lease.tryAcquire(registry, "put-back", Duration.ofSeconds(30)).orElseThrow();
    shift("put-back", "+ INTERVAL 1 HOUR");
    assertThat(Lease.tryAcquire(registry, "put-back", LONG)).as("it may be alive").isEmpty();
    shift("put-back", "- INTERVAL 5 MINUTE");
    assertThat(Lease.tryAcquire(registry, "put-back", LONG)).isPresent();
    assertThat(dead.renew()).isFalse();
  }

  @Test
  void aClockThatJumpsAheadAnHourTakesNothingFromWhoRenews() {
    try (Lease held = Lease.tryAcquire(registry, "ahead", LONG).orElseThrow()) {
      shift("ahead", "- INTERVAL 1 HOUR");
      assertThat(held.renew()).as("nobody took it meanwhile").isTrue();
      assertThat(Lease.tryAcquire(registry, "ahead", LONG)).isEmpty();
      shift("ahead", "- INTERVAL 1 HOUR");
      try (Lease heir = Lease.tryAcquire(registry, "ahead", LONG).orElseThrow()) {
        assertThat(held.renew()).as("it is told").isFalse();
        assertThat(heir.renew()).isTrue();
      }
    }
  }

  /** As a jump of the database's clock the other way leaves it. */
  private static void shift(String name, String by) {
    registry.sql(
        (connection, db) -> {
          try (var statement = connection.createStatement()) {
            return statement.executeUpdate(
                "UPDATE %s.lease SET expires_at = expires_at %s WHERE name = '%s'"
                    .formatted(db, by, name));
          }
        });
  }

  @Test
  void isWonByExactlyOneOfManyAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Optional<Lease>>> tasks = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        tasks.add(() -> Lease.tryAcquire(registry, "contested", LONG));
      }
      int winners = 0;
      for (Future<Optional<Lease>> outcome : threads.invokeAll(tasks)) {
        winners += outcome.get().isPresent() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }
}
