package ca.edsquebec.trackingbms.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.Purpose;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes in a client's database and their entries, wherever a program dies in between. */
class PendingIT {

  private static final Actor ANNE = Actor.user(12, "203.0.113.7");

  private static TestInstallation installation;
  private static TenantDatabase clients;
  private static int count;

  private final SettableClock clock = SettableClock.atPresent();
  private final KeyRing keys =
      new KeyRing(installation.databases().registry(), new byte[32], clock);
  private final Audit audit = new Audit(installation.databases(), keys, clock);
  private TenantId client;
  private TenantId other;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    clients = installation.databases().tenantDatabase();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @BeforeEach
  void twoNewClients() {
    client = installation.addTenant("c" + ++count, "Client");
    other = installation.addTenant("c" + ++count, "Autre");
  }

  @Test
  void changeIsInTheChainWhenItIsDone() {
    write("a");
    assertThat(objects(client)).containsExactly("place:a");
    assertThat(waiting(client)).isZero();
    assertThat(objects(other)).isEmpty();
    assertThat(audit.verify(Optional.of(client)).isWhole()).isTrue();
  }

  @Test
  void changeThatIsRolledBackLeavesNothing() {
    assertThatThrownBy(
            () ->
                audit.write(
                    client,
                    em -> {
                      audit.pend(em, client, ANNE, added("a"));
                      throw new IllegalStateException("the change itself failed");
                    }))
        .hasMessage("the change itself failed");
    assertThat(objects(client)).isEmpty();
    assertThat(waiting(client)).isZero();
  }

  @Test
  void whatAProgramLeftThatDiedBehindItsCommitIsMovedNextTime() {
    dieBehindTheCommit("a");
    dieBehindTheCommit("b");
    assertThat(objects(client)).isEmpty();
    write("c");
    assertThat(objects(client)).containsExactly("place:c", "place:b", "place:a");
  }

  @Test
  void whatIsLeftIsMovedBeforeAChainIsVerified() {
    dieBehindTheCommit("a");
    Verification seen = audit.verify(Optional.of(client));
    assertThat(seen.isWhole()).isTrue();
    assertThat(seen.entries()).isEqualTo(1);
  }

  @Test
  void whatIsLeftIsMovedWithAllClients() {
    dieBehindTheCommit("a");
    audit.settleAll();
    assertThat(objects(client)).containsExactly("place:a");
  }

  @Test
  void whatIsInTheChainAlreadyIsNotMovedTwice() {
    dieBehindTheCommit("a");
    sql(client, "CREATE TABLE %1$s.kept AS SELECT * FROM %1$s.audit_pending");
    assertThat(audit.settle(client)).isEqualTo(1);
    // As a program leaves it that died between the chain and the client's database.
    sql(client, "INSERT INTO %1$s.audit_pending SELECT * FROM %1$s.kept");
    assertThat(audit.settle(client)).isZero();
    assertThat(objects(client)).containsExactly("place:a");
    assertThat(waiting(client)).isZero();
  }

  @Test
  void manyWhoMoveAtOnceMoveEachEntryOnce() throws InterruptedException {
    for (int i = 0; i < 40; i++) {
      dieBehindTheCommit("p" + i);
    }
    ExecutorService movers = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 8; i++) {
      movers.execute(() -> audit.settle(client));
    }
    movers.shutdown();
    assertThat(movers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(objects(client)).hasSize(40).doesNotHaveDuplicates();
    assertThat(audit.verify(Optional.of(client)).isWhole()).isTrue();
  }

  @Test
  void entryThatSomebodyWithoutTheKeyWroteIsNotMoved() {
    dieBehindTheCommit("a");
    sql(client, "UPDATE %s.audit_pending SET actor_id = '13'");
    write("b");
    assertThat(objects(client)).containsExactly("place:b");
    assertThat(audit.verify(Optional.of(client)).faults())
        .containsExactly(new Verification.Fault(Verification.Kind.FORGED, 0));
  }

  @Test
  void entryOfAnotherClientIsNotMoved() {
    dieBehindTheCommit("a");
    String from = "`" + installation.databaseOf(client.slug()) + "`";
    sql(other, "INSERT INTO %s.audit_pending SELECT * FROM " + from + ".audit_pending");
    assertThat(audit.settle(other)).isZero();
    assertThat(audit.verify(Optional.of(other)).isWhole()).isFalse();
  }

  private void write(String place) {
    audit.write(
        client,
        em -> {
          audit.pend(em, client, ANNE, added(place));
          return null;
        });
  }

  /** Committed, and nothing after it: what a killed program leaves. */
  private void dieBehindTheCommit(String place) {
    keys.current(Purpose.AUDIT);
    clients.write(
        client,
        em -> {
          audit.pend(em, client, ANNE, added(place));
          return null;
        });
  }

  private static Change added(String place) {
    return Change.made(Action.PLACE_ADDED, "place:" + place, Map.of("name", place));
  }

  private List<String> objects(TenantId tenant) {
    return audit.list(Optional.of(tenant), AuditQuery.ALL).entries().stream()
        .map(entry -> entry.change().object())
        .toList();
  }

  private static long waiting(TenantId tenant) {
    return clients.read(
        tenant,
        em ->
            ((Number) em.createNativeQuery("SELECT COUNT(*) FROM audit_pending").getSingleResult())
                .longValue());
  }

  private static void sql(TenantId tenant, String statement) {
    clients.sql(
        tenant,
        (connection, db) -> {
          try (var change = connection.createStatement()) {
            return change.executeUpdate(statement.formatted(db));
          }
        });
  }
}
