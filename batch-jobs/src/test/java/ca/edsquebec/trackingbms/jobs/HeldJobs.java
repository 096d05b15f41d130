package ca.edsquebec.trackingbms.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.notification.Mail;
import ca.edsquebec.trackingbms.notification.Outbox;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.DeviceServer;
import ca.edsquebec.trackingbms.testkit.Devices;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where each job can be held in its middle, what it needs for that, and what there must be of its
 * work in the end: each piece once.
 */
final class HeldJobs {

  /** Something about a world. */
  @FunctionalInterface
  interface Step {
    void run(JobWorld world) throws Exception;
  }

  /** Something that becomes true in a world. */
  @FunctionalInterface
  interface State {
    boolean holds(JobWorld world) throws Exception;
  }

  /**
   * @param table which it waits for, see {@link JobWorld#lock}
   * @param mode READ where it reads the table before it comes to its middle
   * @param before makes work for it
   * @param half what it has done when it waits
   * @param once what there must be in the end
   */
  record HeldJob(String name, String table, String mode, Step before, State half, Step once) {

    String place() {
      return table.substring(0, table.indexOf('.'));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final String OLD =
      "INSERT INTO %s.outbox (uid, channel, recipient, locale, template, state, attempts, unsure,"
          + " queued_at, due_at, done_at, answer) VALUES ('old', 'mail', 'a@example.ca', 'fr-CA',"
          + " 'trial', 'SENT', 1, 0, '2020-01-01', '2020-01-01', '2020-01-01', '')";
  private static final long DAY = 86_400_000;
  private static final String SEALED = "SELECT COALESCE(SUM(samples), 0) FROM %s.";

  private HeldJobs() {}

  /** One for each routine that there is. */
  static List<HeldJob> all() {
    return Stream.of(ofStorage(), ofBackups(), ofInstallation()).flatMap(List::stream).toList();
  }

  private static List<HeldJob> ofStorage() {
    return List.of(
        new HeldJob(
            "seal",
            "acme.sample_chunk",
            "WRITE",
            world -> {},
            world -> isDone(world, "boreal"),
            world -> {
              each(world, SEALED + "sample_chunk", JobWorld.ACME, JobWorld.BOREAL);
              each(world, "SELECT COUNT(*) FROM %s.sample", 0, 0);
            }),
        new HeldJob(
            "rollup",
            "acme.rollup_day",
            "WRITE",
            world -> world.done("seal"),
            world -> isDone(world, "boreal"),
            world -> {
              each(world, SEALED + "rollup_day", JobWorld.ACME, JobWorld.BOREAL);
              each(world, "SELECT COUNT(*) FROM %s.rollup_pending", 0, 0);
            }),
        new HeldJob(
            "expire",
            "acme.sample_chunk",
            "READ",
            world -> world.done("seal"),
            world -> isDone(world, "boreal"),
            world -> {
              each(world, SEALED + "sample_chunk", 0, 0);
              each(world, SEALED + "rollup_hour", JobWorld.ACME, JobWorld.BOREAL);
              each(world, SEALED + "rollup_day", JobWorld.ACME, JobWorld.BOREAL);
            }),
        new HeldJob(
            "optimise",
            "acme.sample_chunk",
            "WRITE",
            world -> {},
            world -> true,
            HeldJobs::reportedOnce));
  }

  private static List<HeldJob> ofBackups() {
    return List.of(
        new HeldJob(
            "backup",
            // One after another, and acme is the first.
            "boreal.sample_chunk",
            "WRITE",
            world -> {},
            world ->
                world.backups("acme").toString().matches(".*\\.tbms]")
                    && world.backups("boreal").toString().contains(".part"),
            HeldJobs::oneBackupEach),
        // What a dead one left of a trial has to go first, and is held.
        new HeldJob(
            "verify-backup",
            JobWorld.TRIAL + ".left_over",
            "WRITE",
            HeldJobs::halfATrial,
            // Acme is the first here, too.
            world -> true,
            HeldJobs::noTrialLeft));
  }

  private static List<HeldJob> ofInstallation() {
    return List.of(
        new HeldJob(
            "alerts",
            "acme.outbox",
            "WRITE",
            HeldJobs::queue,
            world -> recipients(world).contains("registry@example.ca"),
            world ->
                assertThat(recipients(world))
                    .containsExactlyInAnyOrder(
                        "registry@example.ca", "acme@example.ca", "boreal@example.ca")),
        new HeldJob(
            "cleanup",
            "acme.outbox",
            "READ",
            world -> eachOutbox(world, OLD),
            world -> isDone(world, "boreal"),
            HeldJobs::noOldMails),
        new HeldJob(
            "health-check",
            "acme.sample_chunk",
            "WRITE",
            world -> {},
            world -> isDone(world, "boreal"),
            HeldJobs::measuredOnce),
        new HeldJob(
            "poll",
            "acme.sample",
            "WRITE",
            HeldJobs::batteriesToAsk,
            world -> true,
            HeldJobs::readOfEach));
  }

  /** Its share is stored: a restart leaves it alone. */
  private static boolean isDone(JobWorld world, String client) {
    return world.samples.count(
            "SELECT COUNT(*) FROM %s.PARTITION_EXECUTION WHERE BATCHSTATUS = 'COMPLETED'"
                + " AND READERCHECKPOINTINFO LIKE '%%"
                + client
                + "%%'")
        > 0;
  }

  private static void each(JobWorld world, String query, long acme, long boreal) {
    assertThat(world.samples.tenant("acme", query)).as("acme: " + query).isEqualTo(acme);
    assertThat(world.samples.tenant("boreal", query)).as("boreal: " + query).isEqualTo(boreal);
  }

  /** A battery of each client that says all it knows again and again. */
  private static void batteriesToAsk(JobWorld world) throws Exception {
    DeviceServer device = world.device(Devices.thingSet());
    for (String client : List.of("acme", "boreal")) {
      String who = " --client " + client + " ";
      world.tbms("battery add --code LIB-1 --type Essai --place Banc --connector thingset" + who);
      world.tbms("battery pull set" + who + "--battery LIB-1 tcp://127.0.0.1:" + device.port());
    }
  }

  private static void readOfEach(JobWorld world) {
    String today =
        "SELECT COUNT(*) FROM %s.sample WHERE ts > " + (System.currentTimeMillis() - DAY);
    for (String client : List.of("acme", "boreal")) {
      assertThat(world.samples.tenant(client, today)).as(client).isPositive();
    }
    each(
        world,
        "SELECT COUNT(*) FROM %s.sample WHERE ts < " + (System.currentTimeMillis() - DAY),
        JobWorld.ACME,
        JobWorld.BOREAL);
  }

  /** A mail of the installation and one of each client. */
  static void queue(JobWorld world) {
    Databases databases = world.installation.databases();
    KeyRing keys =
        new KeyRing(
            databases.registry(), world.installation.settings().masterKey(), Clock.systemUTC());
    keys.refresh();
    Outbox outbox = new Outbox(new SecretBox(keys), Clock.systemUTC());
    databases
        .registry()
        .write(
            em -> {
              outbox.queue(em, trial("registry"));
              return null;
            });
    for (String client : List.of("acme", "boreal")) {
      TenantId id = world.installation.tenant(client);
      databases
          .tenantDatabase()
          .write(
              id,
              em -> {
                outbox.queue(id, em, trial(client));
                return null;
              });
    }
  }

  private static Mail trial(String of) {
    return new Mail(of + "@example.ca", Locale.CANADA_FRENCH, "trial", Map.of("by", "Anne"));
  }

  static List<String> recipients(JobWorld world) throws Exception {
    List<String> recipients = new ArrayList<>();
    for (MimeMessage mail : world.mail.getReceivedMessages()) {
      recipients.add(mail.getAllRecipients()[0].toString());
    }
    return recipients;
  }

  private static void eachOutbox(JobWorld world, String change) throws SQLException {
    for (String place : List.of("", "acme", "boreal")) {
      world.installation.access().execute(change.formatted("`" + world.database(place) + "`"));
    }
  }

  private static void noOldMails(JobWorld world) {
    String old = "SELECT COUNT(*) FROM %s.outbox";
    assertThat(world.samples.count(old)).isZero();
    each(world, old, 0, 0);
    each(world, "SELECT COUNT(*) FROM %s.sample", JobWorld.ACME, JobWorld.BOREAL);
  }

  private static void oneBackupEach(JobWorld world) throws Exception {
    for (String place : List.of("_registry", "acme", "boreal")) {
      assertThat(world.backups(place))
          .as("complete, and nothing of the one that was cut off")
          .singleElement()
          .asString()
          .endsWith(".tbms");
    }
    world.done("verify-backup");
  }

  private static void halfATrial(JobWorld world) throws Exception {
    world.done("backup");
    String trial = "`" + world.database(JobWorld.TRIAL) + "`";
    world
        .installation
        .access()
        .execute("CREATE DATABASE " + trial, "CREATE TABLE " + trial + ".left_over (id INT)");
  }

  private static void noTrialLeft(JobWorld world) throws Exception {
    assertThat(
            world.samples.count(
                "SELECT COUNT(*) FROM information_schema.schemata WHERE '%s' <> ''"
                    + " AND schema_name LIKE '"
                    + world.database("").replace("_", "\\_")
                    + "\\_\\_%%'"))
        .isZero();
    for (String place : List.of("_registry", "acme", "boreal")) {
      assertThat(world.verified(place)).as(place).isEqualTo(1);
    }
  }

  private static void measuredOnce(JobWorld world) {
    assertThat(world.samples.count("SELECT COUNT(*) FROM %s.tenant_size")).isEqualTo(2);
    assertThat(
            world.samples.count(
                "SELECT COUNT(*) - COUNT(DISTINCT check_name, subject) FROM %s.health_history"))
        .as("what was checked before it was killed is not checked again")
        .isZero();
  }

  private static void reportedOnce(JobWorld world) {
    for (String client : List.of("acme", "boreal")) {
      assertThat(
              world.samples.count(
                  "SELECT COUNT(*) FROM %s.table_report WHERE tenant = '" + client + "'"))
          .isEqualTo(
              world.samples.count(
                  "SELECT COUNT(*) FROM information_schema.TABLES WHERE '%s' <> ''"
                      + " AND TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA = '"
                      + world.database(client)
                      + "'"));
    }
  }
}
