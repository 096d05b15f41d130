package ca.edsquebec.trackingbms.maintenance.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.telemetry.Quarantine;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanupIT {

  @TempDir Path home;

  private final SettableClock clock = SettableClock.atPresent();
  private TestInstallation installation;
  private Audit audit;
  private Cleanup cleanup;
  private TenantId acme;
  private TenantId boreal;

  @BeforeEach
  void start() {
    installation = new TestInstallation(Map.of("TBMS_HOME", home.toString()));
    audit = TestAudit.of(installation.databases(), clock);
    cleanup =
        new Cleanup(
            new CleanupPlace(installation.settings(), installation.databases(), audit, clock));
    acme = installation.tenant("acme");
    boreal = installation.tenant("boreal");
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void deletesWhatIsOldAndLeavesTheRest() throws IOException {
    oldAndNew();
    assertThat(swept(cleanup.installation(Mode.DELETE)))
        .containsExactly(
            "logs 1 10",
            "leftovers 2 20",
            "mails 1 0",
            "health 1 0",
            "runs 1 0",
            "sign-ins 1 0",
            "audit 1 0");
    assertThat(swept(cleanup.client(acme, Mode.DELETE)))
        .containsExactly("mails 1 0", "quarantine 2 0", "audit 1 0");
    assertThat(files())
        .containsExactly("exports/new.zip", "logs/new.log", "logs/old.txt", "old.log");
    assertThat(rows(acme, "quarantine")).isEqualTo(1);
    assertThat(rows(acme, "outbox")).isEqualTo(1);
    assertThat(registryRows("outbox")).isEqualTo(1);
    assertThat(registryRows("health_history")).isEqualTo(1);
    assertThat(registryRows("job_run")).isEqualTo(1);
    assertThat(registryRows("JOB_INSTANCE")).isEqualTo(1);
    assertThat(swept(cleanup.installation(Mode.LIST)))
        .containsExactly(
            "logs 0 0",
            "leftovers 0 0",
            "mails 0 0",
            "health 0 0",
            "runs 0 0",
            "sign-ins 0 0",
            "audit 0 0");
    assertThat(audit.verify(Optional.of(acme)).faults()).isEmpty();
  }

  @Test
  void touchesNoOtherClient() throws IOException {
    oldAndNew();
    cleanup.installation(Mode.DELETE);
    cleanup.client(acme, Mode.DELETE);
    assertThat(rows(boreal, "quarantine")).isEqualTo(3);
    assertThat(rows(boreal, "outbox")).isEqualTo(2);
    assertThat(swept(cleanup.client(boreal, Mode.LIST)))
        .containsExactly("mails 1 0", "quarantine 2 0", "audit 1 0");
  }

  @Test
  void trimsTheAuditOfAClientThatIsGone() {
    Optional<TenantId> gone = Optional.of(new TenantId("gone"));
    Change change = Change.made(Action.AUDIT_VERIFIED, "audit", Map.of());
    clock.advance(Duration.ofDays(-1000));
    audit.record(gone, Actor.SYSTEM, change);
    clock.advance(Duration.ofDays(1000));
    audit.record(gone, Actor.SYSTEM, change);
    assertThat(swept(cleanup.installation(Mode.LIST))).contains("audit 1 0");
    assertThat(swept(cleanup.installation(Mode.DELETE))).contains("audit 1 0");
    assertThat(swept(cleanup.installation(Mode.LIST))).contains("audit 0 0");
    assertThat(audit.verify(gone).faults()).isEmpty();
  }

  @Test
  void listsTheSameAndChangesNothing() throws IOException {
    oldAndNew();
    List<String> before = everything();
    List<String> listed = swept(cleanup.installation(Mode.LIST));
    List<String> listedOfAcme = swept(cleanup.client(acme, Mode.LIST));
    assertThat(everything()).isEqualTo(before);
    assertThat(swept(cleanup.installation(Mode.DELETE))).isEqualTo(listed);
    assertThat(swept(cleanup.client(acme, Mode.DELETE))).isEqualTo(listedOfAcme);
    assertThat(everything()).isNotEqualTo(before);
  }

  @Test
  void followsNoLinkOutOfItsFolders() throws IOException {
    Path outside = Files.createDirectories(home.resolve("elsewhere"));
    old(outside.resolve("a.log"));
    Files.createDirectories(home.resolve("logs"));
    Files.createSymbolicLink(home.resolve("logs/link"), outside);
    Files.createSymbolicLink(home.resolve("logs/link.log"), outside.resolve("a.log"));
    assertThat(swept(cleanup.installation(Mode.DELETE))).contains("logs 0 0");
    assertThat(outside.resolve("a.log")).exists();
  }

  @Test
  void goesOnWhenAStepFails() throws SQLException, IOException {
    oldAndNew();
    installation.access().execute("DROP TABLE `" + installation.databaseOf("acme") + "`.outbox");
    Cleaned cleaned = cleanup.client(acme, Mode.DELETE);
    assertThat(cleaned.failures()).singleElement().asString().startsWith("mails: ");
    assertThat(swept(cleaned)).containsExactly("quarantine 2 0", "audit 1 0");
  }

  /** All that there is, twice of each: older than its age, and not. */
  private void oldAndNew() throws IOException {
    clock.advance(Duration.ofDays(-1000));
    rowsOfNow();
    quarantine(2);
    clock.advance(Duration.ofDays(1000));
    rowsOfNow();
    quarantine(1);
    old(home.resolve("logs/old.log"));
    old(home.resolve("logs/old.txt"));
    old(home.resolve("old.log"));
    old(home.resolve("exports/old.zip"));
    old(home.resolve("tmp/sub/old.part"));
    write(home.resolve("logs/new.log"));
    write(home.resolve("exports/new.zip"));
  }

  private void rowsOfNow() {
    for (Optional<TenantId> where :
        List.of(Optional.<TenantId>empty(), Optional.of(acme), Optional.of(boreal))) {
      audit.record(where, Actor.SYSTEM, Change.made(Action.AUDIT_VERIFIED, "audit", Map.of()));
      String uid = Long.toString(clock.millis());
      change(
          where,
          "INSERT INTO {db}.outbox (uid, channel, recipient, locale, template, state, attempts,"
              + " unsure, queued_at, due_at, done_at, answer) VALUES ('"
              + uid
              + "', 'mail', 'a@example.ca', 'fr-CA', 'trial', 'SENT', 1, 0, '{now}', '{now}',"
              + " '{now}', '')");
    }
    change(
        Optional.empty(),
        "INSERT INTO {db}.health_history (at, check_name, subject, status, cause)"
            + " VALUES ('{now}', 'disk', '', 'OK', 'ok')");
    change(Optional.empty(), "INSERT INTO {db}.JOB_INSTANCE (JOBNAME) VALUES ('seal')");
    change(
        Optional.empty(),
        "INSERT INTO {db}.job_run (job, slot_at, started_by, started_at, state, attempts, clients,"
            + " report, batch_instance) SELECT 'seal', '{now}', 'CRON', '{now}', 'DONE', 1, 0, '',"
            + " MAX(JOBINSTANCEID) FROM {db}.JOB_INSTANCE");
    change(
        Optional.empty(),
        "INSERT INTO {db}.sign_in_failure (account, origin, failures, last_at, locked_until)"
            + " VALUES ('"
            + clock.millis()
            + "', '', 1, "
            + clock.millis()
            + ", 0)");
  }

  private void quarantine(int frames) {
    Quarantine quarantine = new Quarantine(installation.databases().tenantDatabase(), clock);
    for (int i = 0; i < frames; i++) {
      for (TenantId tenant : List.of(acme, boreal)) {
        quarantine.record(
            tenant, OptionalLong.empty(), "foxbms", List.of(new Quarantine.Refused("00", "short")));
      }
    }
  }

  private void old(Path file) throws IOException {
    write(file);
    Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofDays(200))));
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "0123456789");
  }

  private static List<String> swept(Cleaned cleaned) {
    return cleaned.swept().stream()
        .map(one -> one.step() + " " + one.count() + " " + one.bytes())
        .toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile)
          .map(file -> home.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private List<String> everything() throws IOException {
    List<String> all = new ArrayList<>(files());
    for (String table :
        List.of("outbox", "health_history", "job_run", "sign_in_failure", "audit_entry")) {
      all.add(table + registryRows(table));
    }
    for (TenantId tenant : List.of(acme, boreal)) {
      all.add(tenant + " " + rows(tenant, "outbox") + " " + rows(tenant, "quarantine"));
    }
    return all;
  }

  private int registryRows(String table) {
    return installation.databases().registry().sql(count(table));
  }

  private int rows(TenantId tenant, String table) {
    return installation.databases().tenantDatabase().sql(tenant, count(table));
  }

  private static SqlWork<Integer> count(String table) {
    return (connection, db) -> {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + db + "." + table)) {
        row.next();
        return row.getInt(1);
      }
    };
  }

  private void change(Optional<TenantId> where, String sql) {
    String now = ca.edsquebec.trackingbms.platform.InstantConverter.text(clock.instant());
    SqlWork<Integer> work =
        (connection, db) -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql.replace("{db}", db).replace("{now}", now));
          }
        };
    if (where.isPresent()) {
      installation.databases().tenantDatabase().sql(where.get(), work);
    } else {
      installation.databases().registry().sql(work);
    }
  }
}
