package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is delivered, killed in the middle of a backup and of a restore. */
class BackupKilledIT {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  @TempDir Path folder;

  /** Asked again and again until it is so. */
  @FunctionalInterface
  private interface Condition {
    boolean holds() throws Exception;
  }

  @Test
  void leavesTheOldOrTheNewAndMayBeRepeated() throws Exception {
    try (TestInstallation installation =
        new TestInstallation(
            Map.of("TBMS_HOME", folder.toString(), "TBMS_BACKUP_DIR", folder.toString()))) {
      String acme = installation.databaseOf("acme");
      fill(installation, acme);
      Map<String, String> before = checksums(installation, acme);

      try (Connection lock = lock(installation, acme)) {
        Process create = start(installation, "backup", "create", "--client", "acme");
        await(create, () -> sizeOfPart() > 2_000_000);
        kill(create);
        assertThat(lock.isValid(1)).isTrue();
      }
      assertThat(complete()).isEmpty();
      released(installation);
      Run again = packed(installation, "backup", "create", "--client", "acme");
      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(complete()).hasSize(1);
      assertThat(sizeOfPart()).isZero();

      installation.access().execute("DELETE FROM `" + acme + "`.sample_chunk LIMIT 10");
      Map<String, String> changed = checksums(installation, acme);
      String file = complete().get(0).toString();
      Process restore = start(installation, "backup", "restore", file, "--force");
      await(restore, () -> rowsInScratch(installation) > 500);
      kill(restore);
      assertThat(checksums(installation, acme)).isEqualTo(changed);
      released(installation);
      Run repeated = packed(installation, "backup", "restore", file, "--force");
      assertThat(repeated.exitCode()).as(repeated.err()).isZero();
      assertThat(checksums(installation, acme)).isEqualTo(before);
      assertThat(scratches(installation)).isEmpty();
    }
  }

  private static void fill(TestInstallation installation, String db) throws SQLException {
    installation
        .access()
        .execute(
            ("INSERT INTO {db}.sample_chunk SELECT s.seq, 0, 720, 1, 2,"
                    + " (SELECT GROUP_CONCAT(SHA2(RAND(s.seq * 200 + r.seq), 512) SEPARATOR '')"
                    + " FROM {db}.seq_1_to_60 r WHERE s.seq > 0) FROM {db}.seq_1_to_3000 s")
                .replace("{db}", "`" + db + "`"));
  }

  /** A table behind the large one, so that a backup waits there and is never complete too soon. */
  private static Connection lock(TestInstallation installation, String db) throws SQLException {
    var access = installation.access();
    Connection lock =
        DriverManager.getConnection(access.server(), access.user(), access.password());
    try (var statement = lock.createStatement()) {
      statement.execute("LOCK TABLES `" + db + "`.sample_latest WRITE");
    }
    return lock;
  }

  /** The holder is dead: what its lease would have waited for is over. */
  private static void released(TestInstallation installation) throws SQLException {
    installation
        .access()
        .execute(
            "UPDATE `%s`.lease SET expires_at = '2000-01-01'"
                .formatted(installation.databases().registry().name()));
  }

  private static Process start(TestInstallation installation, String... args) throws IOException {
    return Run.start(installation.environment(), args);
  }

  private static Run packed(TestInstallation installation, String... args) throws Exception {
    return Run.packed(installation.environment(), "", args);
  }

  private static void kill(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  private static void await(Process process, Condition condition) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.holds()) {
      assertThat(process.isAlive()).as("still at work").isTrue();
      assertThat(System.nanoTime()).isLessThan(end);
      process.waitFor(2, TimeUnit.MILLISECONDS);
    }
  }

  private long sizeOfPart() throws IOException {
    return files(".part").stream().mapToLong(file -> file.toFile().length()).sum();
  }

  private List<Path> complete() throws IOException {
    return files(".tbms");
  }

  private List<Path> files(String ending) throws IOException {
    Path acme = folder.resolve("acme");
    if (!Files.exists(acme)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(acme)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static List<String> scratches(TestInstallation installation) throws SQLException {
    return column(
        installation,
        "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE '%s\\_\\_%%'"
            .formatted(installation.databases().registry().name()));
  }

  private static long rowsInScratch(TestInstallation installation) throws SQLException {
    long rows = 0;
    for (String db : scratches(installation)) {
      for (String table :
          column(
              installation,
              "SELECT table_name FROM information_schema.tables WHERE table_schema = '%s'"
                      .formatted(db)
                  + " AND table_name = 'sample_chunk'")) {
        rows +=
            Long.parseLong(
                column(installation, "SELECT COUNT(*) FROM `%s`.`%s`".formatted(db, table)).get(0));
      }
    }
    return rows;
  }

  private static Map<String, String> checksums(TestInstallation installation, String db)
      throws SQLException {
    Map<String, String> sums = new TreeMap<>();
    for (String table :
        column(
            installation,
            "SELECT table_name FROM information_schema.tables WHERE table_schema = '%s'"
                .formatted(db))) {
      sums.put(
          table,
          column(installation, "CHECKSUM TABLE `%s`.`%s` EXTENDED".formatted(db, table), 2).get(0));
    }
    return sums;
  }

  private static List<String> column(TestInstallation installation, String sql)
      throws SQLException {
    return column(installation, sql, 1);
  }

  private static List<String> column(TestInstallation installation, String sql, int place)
      throws SQLException {
    var access = installation.access();
    try (var connection =
            DriverManager.getConnection(access.server(), access.user(), access.password());
        var row = connection.createStatement().executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (row.next()) {
        values.add(row.getString(place));
      }
      return values;
    }
  }
}
