package ca.edsquebec.trackingbms.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrimIT {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private static TestInstallation installation;
  private static RegistryDatabase registry;
  private static int count;

  private final SettableClock clock = new SettableClock(START);
  private final Audit audit = TestAudit.of(installation.databases(), clock);
  private Optional<TenantId> client;

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
  void newClient() {
    client = Optional.of(installation.addTenant("c" + ++count, "Client"));
  }

  @Test
  void oldEntriesGoAndTheChainStaysWhole() {
    record(10);
    Head kept = audit.verify(client).head();
    assertThat(audit.trim(client, START.plusSeconds(4))).isEqualTo(4);
    Verification seen = audit.verify(client, Optional.of(kept));
    assertThat(seen.isWhole()).isTrue();
    assertThat(seen.entries()).isEqualTo(7);
    List<Entry> entries = audit.list(client, AuditQuery.ALL).entries();
    assertThat(entries.get(0).change().action()).isEqualTo(Action.AUDIT_TRIMMED);
    assertThat(entries.get(entries.size() - 1).seq()).isEqualTo(5);
  }

  @Test
  void nothingOldLeavesNoTrace() {
    record(3);
    assertThat(audit.trim(client, START)).isZero();
    assertThat(audit.verify(client).entries()).isEqualTo(3);
  }

  @Test
  void trimsFollowEachOtherAndMayTakeAll() {
    record(5);
    assertThat(audit.trim(client, START.plusSeconds(2))).isEqualTo(2);
    assertThat(audit.trim(client, START.plus(Duration.ofDays(1)))).isEqualTo(4);
    Verification seen = audit.verify(client);
    assertThat(seen.isWhole()).isTrue();
    assertThat(seen.entries()).isEqualTo(1);
    record(2);
    assertThat(audit.verify(client).isWhole()).isTrue();
  }

  @Test
  void beginningThatSomebodyElseDeletedIsFound() {
    record(5);
    sql("DELETE FROM %s.audit_entry WHERE chain = ? AND seq < 3");
    sql(
        "UPDATE %1$s.audit_chain c SET first_seq = 3, before_mac ="
            + " (SELECT mac FROM %1$s.audit_entry e WHERE e.chain = c.chain AND seq = 3)"
            + " WHERE chain = ?");
    assertThat(audit.verify(client).faults())
        .contains(new Verification.Fault(Verification.Kind.MISSING, 3));
  }

  @Test
  void chainIsWholeHoweverOftenItIsTrimmedMeanwhile() throws InterruptedException {
    record(400);
    AtomicBoolean over = new AtomicBoolean();
    Thread trimmer =
        new Thread(
            () -> {
              for (int i = 1; i <= 40; i++) {
                audit.trim(client, START.plusSeconds(i * 10L));
              }
              over.set(true);
            });
    trimmer.start();
    List<Verification> seen = new ArrayList<>();
    while (!over.get()) {
      seen.add(audit.verify(client));
    }
    trimmer.join();
    assertThat(seen).isNotEmpty().allMatch(Verification::isWhole);
  }

  private void record(int entries) {
    registry.write(
        em -> {
          for (int i = 0; i < entries; i++) {
            audit.record(em, client, Actor.SYSTEM, Change.of(Action.SIGN_OUT, "session:" + i));
            clock.advance(Duration.ofSeconds(1));
          }
          return null;
        });
  }

  private void sql(String statement) {
    registry.sql(
        (connection, db) -> {
          try (var change = connection.prepareStatement(statement.formatted(db))) {
            change.setString(1, client.orElseThrow().slug());
            return change.executeUpdate();
          }
        });
  }
}
