package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.DatabaseAccess;
import ca.edsquebec.trackingbms.testkit.DeviceServer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Two clients with samples of 40 days ago, mails, backups and all else that jobs work at; the
 * packed program does the work.
 */
final class JobWorld implements AutoCloseable {

  static final int ACME = 40;
  static final int BOREAL = 30;
  static final String TRIAL = "trial";

  private static final Duration LIMIT = Duration.ofSeconds(90);

  final TestInstallation installation;
  final OldSamples samples;
  final Path backups;
  private DeviceServer device;
  final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  /**
   * @param home of its own; backups go into it
   */
  JobWorld(DatabaseAccess server, Path home) throws SQLException {
    backups = home.resolve("backups");
    mail.start();
    installation = new TestInstallation(server, settings(home));
    samples = new OldSamples(installation, 40);
    samples.store("acme", ACME);
    samples.store("boreal", BOREAL);
  }

  private Map<String, String> settings(Path home) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("TBMS_HOME", home.toString());
    settings.put("TBMS_BACKUP_DIR", backups.toString());
    settings.put("TBMS_RETENTION_RAW", "P31D");
    settings.put("TBMS_PUBLIC_URL", "https://portal.example.ca/");
    settings.put("TBMS_ALLOW_PRIVATE_ADDRESSES", "true");
    settings.put("TBMS_MAIL_HOST", "127.0.0.1");
    settings.put("TBMS_MAIL_PORT", Integer.toString(mail.getSmtp().getPort()));
    settings.put("TBMS_MAIL_TLS", "false");
    settings.put("TBMS_MAIL_FROM", "portal@example.ca");
    return settings;
  }

  Process start(String... args) throws IOException {
    return Run.start(installation.environment(), args);
  }

  /** The packed program to its end. */
  Run run(String... args) throws Exception {
    return Run.packed(installation.environment(), "", args);
  }

  /** A command, which must succeed. */
  void tbms(String line) {
    Run run = Run.inside(installation.environment(), line.strip().split(" +"));
    assertThat(run.exitCode()).as(line + run.err()).isZero();
  }

  /** A battery that can be asked until this is closed. */
  DeviceServer device(DeviceServer.Talk talk) throws IOException {
    device = new DeviceServer(talk);
    return device;
  }

  /** A job, which must do all it has to do. */
  Run done(String job) throws Exception {
    Run run = Run.inside(installation.environment(), "job", "run", job);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return run;
  }

  /**
   * Holds whoever works at a table until it is closed.
   *
   * @param table {@code client.table}, see {@link #database}
   * @param mode READ lets others read
   */
  Connection lock(String table, String mode) throws SQLException {
    DatabaseAccess access = installation.access();
    Connection lock =
        DriverManager.getConnection(access.server(), access.user(), access.password());
    try (Statement statement = lock.createStatement()) {
      statement.execute("LOCK TABLES %s %s".formatted(full(table), mode));
    }
    return lock;
  }

  private String full(String table) {
    String[] parts = table.split("\\.");
    return "`%s`.`%s`".formatted(database(parts[0]), parts[1]);
  }

  /** A client's; the registry's for an empty name; where acme's backup is verified for TRIAL. */
  String database(String of) {
    return switch (of) {
      case "" -> installation.databases().registry().name();
      case TRIAL -> installation.databases().scratch('v', "acme").name();
      default -> installation.databaseOf(of);
    };
  }

  /** Whether some statement waits for a lock in that database. */
  boolean isWaiting(String of) {
    String database = database(of);
    return samples.count(
            "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE STATE LIKE 'Waiting for%%'"
                + " AND (DB = '"
                + database
                + "' OR INFO LIKE '%%"
                + database
                + "%%') AND '%s' <> '' AND ID <> CONNECTION_ID()")
        > 0;
  }

  /** The holders are dead: what their leases would have waited for is over. */
  void released() {
    samples.registry("UPDATE %s.lease SET expires_at = '1970-01-02'");
  }

  /** Backups of a place, complete or not. */
  List<String> backups(String place) throws IOException {
    return files(place, ".*\\.(tbms|part)");
  }

  /** How many backups of a place were found good. */
  int verified(String place) throws IOException {
    return files(place, ".*\\.verified").size();
  }

  private List<String> files(String place, String names) throws IOException {
    Path folder = backups.resolve(place);
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(names))
          .sorted()
          .toList();
    }
  }

  /** The server and another process: nothing to await but to ask. */
  static void await(Process process, BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(process.isAlive()).as("still at work").isTrue();
      assertThat(System.nanoTime()).as("it did not come about in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Override
  public void close() throws Exception {
    if (device != null) {
      device.close();
    }
    installation.close();
    mail.stop();
  }
}
