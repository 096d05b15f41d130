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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuditListIT {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Actor ANNE = Actor.user(12, "203.0.113.7");
  private static final Actor PAUL = Actor.user(13, "");

  private static TestInstallation installation;
  private static RegistryDatabase registry;
  private static Audit audit;
  private static Optional<TenantId> acme;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    registry = installation.databases().registry();
    SettableClock clock = new SettableClock(START);
    audit = TestAudit.of(installation.databases(), clock);
    acme = Optional.of(installation.tenant("acme"));
    for (int i = 1; i <= 30; i++) {
      Actor actor = i % 3 == 0 ? PAUL : ANNE;
      Action action = i % 2 == 0 ? Action.SIGN_OUT : Action.SIGN_IN;
      audit.record(acme, actor, Change.of(action, "session:" + i % 5));
      clock.advance(Duration.ofMinutes(1));
    }
    audit.record(Optional.of(installation.tenant("boreal")), PAUL, Change.of(Action.SIGN_IN, "x"));
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void newestStandFirstPageByPage() {
    List<Long> seen = new ArrayList<>();
    AuditQuery query = AuditQuery.ALL.limited(7);
    AuditPage page = audit.list(acme, query);
    while (true) {
      page.entries().forEach(entry -> seen.add(entry.seq()));
      if (page.next().isEmpty()) {
        break;
      }
      page = audit.list(acme, query.olderThan(page.next().getAsLong()));
    }
    assertThat(seen).hasSize(30).startsWith(30L, 29L).endsWith(2L, 1L);
  }

  @Test
  void fullLastPageHasNoneBehindIt() {
    assertThat(audit.list(acme, AuditQuery.ALL.limited(30)).next()).isEmpty();
  }

  @Test
  void filtersNarrowTogether() {
    assertThat(seqs(AuditQuery.ALL.by(new Actor(Actor.Kind.USER, "13", "another address"))))
        .hasSize(10)
        .allMatch(seq -> seq % 3 == 0);
    assertThat(seqs(AuditQuery.ALL.by(PAUL).of(Action.SIGN_OUT).about("session:1")))
        .containsExactly(6L);
    assertThat(seqs(AuditQuery.ALL.between(START.plusSeconds(120), START.plusSeconds(240))))
        .containsExactly(4L, 3L);
  }

  @Test
  void whatIsRareInALongChainIsFoundByAnIndexWithoutSorting() {
    sql(
        "INSERT INTO %1$s.audit_entry SELECT 'long', ROW_NUMBER() OVER (ORDER BY a.seq), a.at,"
            + " a.actor_kind, IF(a.seq = 7, '99', a.actor_id), a.address,"
            + " IF(a.seq = 7, 'PLACE_ADDED', a.action), CONCAT(a.object, a.seq, b.seq),"
            + " a.before_json, a.after_json, NULL, a.key_id, a.mac"
            + " FROM %1$s.audit_entry a, %1$s.audit_entry b, %1$s.audit_entry c LIMIT 20000");
    sql("ANALYZE TABLE %s.audit_entry");
    for (AuditQuery query :
        List.of(
            AuditQuery.ALL.by(Actor.user(99, "")),
            AuditQuery.ALL.of(Action.PLACE_ADDED),
            AuditQuery.ALL.about("session:11"))) {
      assertThat(plan(query)).contains("audit_entry_").doesNotContain("filesort");
    }
  }

  private static List<Long> seqs(AuditQuery query) {
    return audit.list(acme, query).entries().stream().map(Entry::seq).toList();
  }

  private static String plan(AuditQuery query) {
    return registry.sql((connection, db) -> new EntrySelect("long", query).plan(connection, db));
  }

  private static void sql(String statement) {
    registry.sql(
        (connection, db) -> {
          try (var change = connection.createStatement()) {
            return change.execute(statement.formatted(db));
          }
        });
  }
}
