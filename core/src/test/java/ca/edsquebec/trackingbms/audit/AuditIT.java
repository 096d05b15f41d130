package ca.edsquebec.trackingbms.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditIT {

  private static final Actor ANNE = Actor.user(12, "203.0.113.7");
  private static final Change SIGN_OUT = Change.of(Action.SIGN_OUT, "session:ab12");

  private static TestInstallation installation;
  private static RegistryDatabase registry;

  private final SettableClock clock = SettableClock.atPresent();
  private final Audit audit = TestAudit.of(installation.databases(), clock);
  private final Optional<TenantId> acme = Optional.of(installation.tenant("acme"));

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    registry = installation.databases().registry();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @BeforeEach
  void forgetAll() {
    sql("DELETE FROM %s.audit_entry");
    sql("DELETE FROM %s.audit_chain");
  }

  @Test
  void chainThatNobodyTouchedIsWhole() {
    record(5);
    Verification seen = audit.verify(acme);
    assertThat(seen.isWhole()).isTrue();
    assertThat(seen.entries()).isEqualTo(5);
    assertThat(seen.head().seq()).isEqualTo(5);
    assertThat(audit.verify(Optional.empty()).entries()).isZero();
    assertThat(audit.verify(Optional.of(installation.tenant("boreal"))).isWhole()).isTrue();
  }

  @Test
  void longChainIsReadToItsEnd() {
    registry.write(
        em -> {
          for (int i = 0; i < 2345; i++) {
            audit.record(em, acme, ANNE, SIGN_OUT);
          }
          return null;
        });
    Verification seen = audit.verify(acme);
    assertThat(seen.isWhole()).isTrue();
    assertThat(seen.entries()).isEqualTo(2345);
    sql("UPDATE %s.audit_entry SET actor_id = '13'");
    Verification altered = audit.verify(acme);
    assertThat(altered.isWhole()).isFalse();
    assertThat(altered.faultCount()).isEqualTo(2345);
    assertThat(altered.faults())
        .hasSize(1000)
        .startsWith(new Verification.Fault(Verification.Kind.ALTERED, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at = at + INTERVAL 1 SECOND",
        "actor_id = '13'",
        "actor_kind = 'SYSTEM'",
        "address = '198.51.100.1'",
        "action = 'SIGN_IN'",
        "object = 'session:other'",
        "before_json = NULL",
        "after_json = '{}'",
        "source = 'x'",
        "mac = UNHEX(SHA2('x', 256))"
      })
  void changedEntryIsFound(String change) {
    record(5);
    sql("UPDATE %s.audit_entry SET " + change + " WHERE seq = 3");
    assertThat(audit.verify(acme).faults())
        .contains(new Verification.Fault(Verification.Kind.ALTERED, 3));
  }

  @Test
  void removedEntryIsFound() {
    record(5);
    sql("DELETE FROM %s.audit_entry WHERE seq = 3");
    assertThat(audit.verify(acme).faults())
        .containsExactly(new Verification.Fault(Verification.Kind.MISSING, 4));
  }

  @Test
  void removedFirstAndLastEntriesAreFound() {
    record(5);
    sql("DELETE FROM %s.audit_entry WHERE seq IN (1, 5)");
    assertThat(audit.verify(acme).faults())
        .containsExactly(
            new Verification.Fault(Verification.Kind.MISSING, 2),
            new Verification.Fault(Verification.Kind.MISSING, 6));
  }

  @Test
  void removedEndIsFoundEvenWhenTheChainWasToldToEndThere() {
    record(5);
    sql("DELETE FROM %s.audit_entry WHERE seq = 5");
    sql("UPDATE %s.audit_chain SET last_seq = 4");
    assertThat(audit.verify(acme).isWhole()).isFalse();
  }

  @Test
  void insertedEntryIsFound() {
    record(3);
    sql(
        "INSERT INTO %1$s.audit_entry SELECT chain, 4, at, actor_kind, actor_id, address, action,"
            + " object, before_json, after_json, source, key_id, mac FROM %1$s.audit_entry"
            + " WHERE seq = 3");
    assertThat(audit.verify(acme).faults())
        .containsExactly(new Verification.Fault(Verification.Kind.ADDED, 4));
    sql("UPDATE %s.audit_chain SET last_seq = 4");
    assertThat(audit.verify(acme).isWhole()).isFalse();
  }

  @Test
  void entriesThatChangedPlacesAreFound() {
    record(5);
    sql("UPDATE %s.audit_entry SET seq = 99 WHERE seq = 2");
    sql("UPDATE %s.audit_entry SET seq = 2 WHERE seq = 3");
    sql("UPDATE %s.audit_entry SET seq = 3 WHERE seq = 99");
    assertThat(audit.verify(acme).isWhole()).isFalse();
  }

  @Test
  void entryOfAnotherClientsChainDoesNotFit() {
    record(2);
    sql("UPDATE %s.audit_entry SET chain = 'boreal'");
    sql("UPDATE %s.audit_chain SET chain = 'boreal'");
    assertThat(audit.verify(Optional.of(installation.tenant("boreal"))).isWhole()).isFalse();
  }

  @Test
  void changeThatIsRolledBackLeavesNoEntry() {
    record(1);
    assertThatThrownBy(
            () ->
                registry.write(
                    em -> {
                      audit.record(em, acme, ANNE, SIGN_OUT);
                      throw new IllegalStateException("the change itself failed");
                    }))
        .hasMessage("the change itself failed");
    record(1);
    Verification seen = audit.verify(acme);
    assertThat(seen.isWhole()).isTrue();
    assertThat(seen.entries()).isEqualTo(2);
  }

  @Test
  void manyWritersMakeOneChain() throws InterruptedException {
    ExecutorService writers = Executors.newFixedThreadPool(6);
    for (int i = 0; i < 120; i++) {
      writers.execute(() -> record(1));
    }
    writers.shutdown();
    assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    Verification seen = audit.verify(acme);
    assertThat(seen.isWhole()).isTrue();
    assertThat(seen.entries()).isEqualTo(120);
  }

  @Test
  void longAndForeignTextsFit() {
    audit.record(
        acme,
        new Actor(Actor.Kind.COMMAND, "é".repeat(100), "x".repeat(100)),
        new Change(
            Action.SIGN_IN, "user:" + "🔋".repeat(300), Map.of("a", "🔋".repeat(5000)), Map.of()));
    assertThat(audit.verify(acme).isWhole()).isTrue();
  }

  @Test
  void entryOfAKindThatNobodyKnowsIsFoundAndShown() {
    record(2);
    sql("UPDATE %s.audit_entry SET actor_kind = 'GHOST', action = 'NONE' WHERE seq = 1");
    assertThat(audit.verify(acme).faults())
        .containsExactly(new Verification.Fault(Verification.Kind.ALTERED, 1));
    Entry shown = audit.list(acme, AuditQuery.ALL).entries().get(1);
    assertThat(shown.change().action()).isEqualTo(Action.UNKNOWN);
    assertThat(shown.actor().kind()).isEqualTo(Actor.Kind.UNKNOWN);
  }

  @Test
  void chainThatWasWoundBackDoesNotFitTheHeadThatWasKept() {
    record(2);
    Head two = audit.verify(acme).head();
    record(2);
    Head four = audit.verify(acme).head();
    assertThat(audit.verify(acme, Optional.of(two)).isWhole()).isTrue();
    assertThat(audit.verify(acme, Optional.of(four)).isWhole()).isTrue();
    sql("DELETE FROM %s.audit_entry WHERE seq > 2");
    sql("UPDATE %s.audit_chain SET last_seq = 2, last_mac = UNHEX('" + two.code() + "')");
    assertThat(audit.verify(acme).isWhole()).as("nothing inside tells").isTrue();
    assertThat(audit.verify(acme, Optional.of(four)).faults())
        .containsExactly(new Verification.Fault(Verification.Kind.REWOUND, 4));
    record(2);
    assertThat(audit.verify(acme, Optional.of(four)).faults())
        .containsExactly(new Verification.Fault(Verification.Kind.REWOUND, 4));
  }

  private void record(int count) {
    for (int i = 0; i < count; i++) {
      clock.advance(Duration.ofSeconds(1));
      audit.record(
          acme, ANNE, new Change(Action.SIGN_OUT, "session:" + i, Map.of("n", "" + i), Map.of()));
    }
  }

  private void sql(String statement) {
    registry.sql(
        (connection, db) -> {
          try (var change = connection.createStatement()) {
            return change.executeUpdate(statement.formatted(db));
          }
        });
  }
}
