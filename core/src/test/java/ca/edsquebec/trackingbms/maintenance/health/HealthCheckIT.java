package ca.edsquebec.trackingbms.maintenance.health;

import static ca.edsquebec.trackingbms.maintenance.health.Sayings.told;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.PasswordHash;
import ca.edsquebec.trackingbms.identity.PlatformAdministrators;
import ca.edsquebec.trackingbms.identity.Users;
import ca.edsquebec.trackingbms.notification.Delivery;
import ca.edsquebec.trackingbms.notification.Outbox;
import ca.edsquebec.trackingbms.notification.mail.MailChannel;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.secret.KeptSettings;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthCheckIT {

  private final TestInstallation installation =
      new TestInstallation(
          Map.of(
              "TBMS_DISK_QUOTA",
              "1000000",
              "TBMS_MAIL_HOST",
              "localhost",
              "TBMS_MAIL_FROM",
              "tbms@example.ca",
              "TBMS_PUBLIC_URL",
              "http://localhost"));
  private final Databases databases = installation.databases();
  private final SettableClock clock = SettableClock.atPresent();
  private Status found = Status.OK;

  @BeforeEach
  void anAdministrator() {
    users().createPlatformAdministrator(Actor.SYSTEM, "anne@example.ca", "Anne", Locale.CANADA);
    users()
        .createPlatformAdministrator(Actor.SYSTEM, "luc@example.ca", "Luc", Locale.CANADA_FRENCH);
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void findsAllOfAFreshInstallation() {
    Health health = real().run();
    assertThat(health.checkedAt()).contains(clock.instant());
    assertThat(told(health, "database")).isEqualTo("OK ok");
    assertThat(told(health, "clients/acme")).isEqualTo("OK ok");
    assertThat(told(health, "clients/boreal")).isEqualTo("OK ok");
    assertThat(told(health, "ingest")).isEqualTo("UNKNOWN none");
    assertThat(told(health, "cron")).isEqualTo("WARN never");
    assertThat(told(health, "outbox")).isEqualTo("OK ok");
    assertThat(told(health, "mail-quota")).isEqualTo("OK ok");
    assertThat(told(health, "quota")).isEqualTo("OK ok");
    assertThat(told(health, "connections")).startsWith("OK");
    assertThat(told(health, "certificate")).isEqualTo("UNKNOWN no-https");
    assertThat(told(health, "backup")).isEqualTo("UNKNOWN not-set");
    assertThat(health.states()).allMatch(state -> state.incident().isEmpty());
  }

  @Test
  void tellsWhichClientsDatabaseIsMissingAndStillChecksTheOthers() throws SQLException {
    installation.access().execute("DROP DATABASE `" + installation.databaseOf("acme") + "`");
    Health health = real().run();
    assertThat(told(health, "clients/acme")).isEqualTo("FAIL away");
    assertThat(told(health, "ingest/acme")).isEqualTo("UNKNOWN away");
    assertThat(told(health, "clients/boreal")).isEqualTo("OK ok");
    assertThat(told(health, "outbox")).isEqualTo("OK ok");
    clock.advance(Duration.ofMinutes(5));
    assertThat(real().run().states())
        .filteredOn(
            state -> state.finding().subject().equals("acme") && state.incident().isPresent())
        .hasSize(1);
  }

  @Test
  void mailsEachAdministratorOnceAndOnceMoreWhenItIsOver() {
    check(Status.FAIL, Status.FAIL, Status.FAIL, Status.FAIL);
    assertThat(column("recipient, ' ', template"))
        .containsExactly("anne@example.ca health.incident", "luc@example.ca health.incident");
    assertThat(column("locale")).containsExactly("en-CA", "fr-CA");
    check(Status.OK, Status.OK, Status.OK);
    assertThat(column("template"))
        .containsExactlyInAnyOrder(
            "health.incident", "health.incident", "health.recovery", "health.recovery");
  }

  @Test
  void whatArrivesTellsWhatIsWrongAndWhatToDoInEachOnesLanguage() throws Exception {
    check(Status.FAIL, Status.FAIL);
    GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
    Map<String, String> settings = new HashMap<>(installation.environment());
    settings.put("TBMS_MAIL_TLS", "false");
    settings.put("TBMS_MAIL_PORT", Integer.toString(server.getSmtp().getPort()));
    KeptSettings kept = new KeptSettings(databases.registry(), box(databases));
    try (MailChannel channel = MailChannel.of(Settings.from(settings), kept, clock).orElseThrow();
        Delivery delivery = new Delivery(databases, box(databases), channel, 500, clock)) {
      delivery.flush();
      Map<String, MimeMessage> mails = new HashMap<>();
      for (MimeMessage mail : server.getReceivedMessages()) {
        mails.put(mail.getAllRecipients()[0].toString(), mail);
      }
      assertThat(mails.get("anne@example.ca").getSubject())
          .isEqualTo("TrackingBMS, needs attention: Disk space");
      assertThat(mails.get("luc@example.ca").getSubject())
          .isEqualTo("TrackingBMS, à surveiller\u00a0: Espace disque");
      // A line that was only broken for the transport ends with "=".
      assertThat(GreenMailUtil.getWholeMessage(mails.get("anne@example.ca")).replace("=\r\n", ""))
          .contains("Make room: tbms job run cleanup", "/platform/system");
    } finally {
      server.stop();
    }
  }

  @Test
  void remembersAnIncidentAcrossRestarts() throws Exception {
    check(Status.FAIL, Status.FAIL);
    try (Databases again =
        Databases.open(
            installation.settings(), ca.edsquebec.trackingbms.platform.Setting.TBMS_DB_POOL)) {
      clock.advance(Duration.ofMinutes(5));
      health(again, this::disk).run();
      clock.advance(Duration.ofMinutes(5));
      health(again, this::disk).run();
    }
    assertThat(column("template")).hasSize(2);
  }

  @Test
  void tellsOnceWhenSeveralCheckAtOnce() throws Exception {
    check(Status.OK);
    found = Status.FAIL;
    for (int round = 0; round < 3; round++) {
      clock.advance(Duration.ofMinutes(5));
      atOnce(4);
    }
    assertThat(column("template")).hasSize(2);
  }

  @Test
  void keepsTheHistoryOfWhatChangedAndOneAnHour() {
    check(Status.OK, Status.OK, Status.FAIL, Status.FAIL, Status.OK);
    assertThat(read("SELECT status FROM {db}.health_history ORDER BY id"))
        .containsExactly("OK", "FAIL", "OK");
    clock.advance(Duration.ofHours(1));
    check(Status.OK);
    assertThat(read("SELECT status FROM {db}.health_history")).hasSize(4);
  }

  @Test
  void goesOnWhenACheckThrows() {
    Check broken =
        new Check() {
          @Override
          public String name() {
            return "backup";
          }

          @Override
          public List<Finding> look() {
            throw new IllegalStateException("no manifest");
          }
        };
    Health health = health(databases, () -> List.of(broken, disk().get(0))).run();
    assertThat(told(health, "backup")).isEqualTo("UNKNOWN error");
    assertThat(told(health, "disk")).isEqualTo("OK low");
  }

  @Test
  void tellsOnceOfAnIncidentAlthoughItsCheckCouldNotBeMadeMeanwhile() {
    Check broken = clients(true);
    Check made = clients(false);
    for (Check check : List.of(made, made, broken, made, made)) {
      clock.advance(Duration.ofMinutes(5));
      health(databases, () -> List.of(check)).run();
    }
    assertThat(column("template")).containsExactly("health.incident", "health.incident");
    assertThat(told(health(databases, List::of).last(), "clients/acme")).isEqualTo("FAIL away");
  }

  private static Check clients(boolean broken) {
    return new Check() {
      @Override
      public String name() {
        return "clients";
      }

      @Override
      public List<Finding> look() {
        if (broken) {
          throw new IllegalStateException("the registry restarts");
        }
        return List.of(Finding.of(name(), Status.FAIL, "away", Measure.NONE).about("acme"));
      }
    };
  }

  @Test
  void forgetsWhatIsNoMore() {
    check(Status.FAIL);
    assertThat(health(databases, List::of).run().states()).isEmpty();
  }

  @Test
  void leavesItToWhoeverHasJustChecked() {
    check(Status.OK);
    found = Status.FAIL;
    health(databases, this::disk).runUnlessYounger(Duration.ofMinutes(15));
    assertThat(told(health(databases, this::disk).last(), "disk")).isEqualTo("OK low");
    clock.advance(Duration.ofMinutes(16));
    health(databases, this::disk).runUnlessYounger(Duration.ofMinutes(15));
    assertThat(told(health(databases, this::disk).last(), "disk")).isEqualTo("FAIL low");
    found = Status.OK;
    clock.advance(Duration.ofHours(-1));
    health(databases, this::disk).runUnlessYounger(Duration.ofMinutes(15));
    assertThat(told(health(databases, this::disk).last(), "disk"))
        .as("what was checked in the future holds nothing up")
        .isEqualTo("OK low");
  }

  private void check(Status... statuses) {
    for (Status status : statuses) {
      clock.advance(Duration.ofMinutes(5));
      found = status;
      health(databases, this::disk).run();
    }
  }

  private void atOnce(int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> runs = new ArrayList<>();
    HealthCheck health = health(databases, this::disk);
    for (int i = 0; i < threads; i++) {
      runs.add(
          pool.submit(
              () -> {
                start.await();
                return health.run();
              }));
    }
    start.countDown();
    for (Future<?> run : runs) {
      run.get();
    }
    pool.shutdown();
  }

  private List<Check> disk() {
    return List.of(
        new Check() {
          @Override
          public String name() {
            return "disk";
          }

          @Override
          public List<Finding> look() {
            return List.of(Finding.of(name(), found, "low", Measure.of(1, 10, Measure.Unit.BYTES)));
          }
        });
  }

  private HealthCheck real() {
    return new HealthCheck(surroundings(databases), administrators(databases), outbox(databases));
  }

  private HealthCheck health(Databases at, java.util.function.Supplier<List<Check>> checks) {
    return new HealthCheck(surroundings(at), checks, administrators(at), outbox(at));
  }

  private Surroundings surroundings(Databases at) {
    return new Surroundings(installation.settings(), at, Optional::empty, clock);
  }

  private PlatformAdministrators administrators(Databases at) {
    return new PlatformAdministrators(at.registry(), installation.audit());
  }

  private Outbox outbox(Databases at) {
    return new Outbox(box(at), clock);
  }

  private SecretBox box(Databases at) {
    KeyRing keys = new KeyRing(at.registry(), installation.settings().masterKey(), clock);
    keys.refresh();
    return new SecretBox(keys);
  }

  private Users users() {
    return new Users(databases.registry(), new PasswordHash(), installation.audit(), clock);
  }

  private List<String> column(String columns) {
    return read("SELECT CONCAT(" + columns + ") FROM {db}.outbox ORDER BY recipient, queued_at");
  }

  private List<String> read(String sql) {
    return databases
        .registry()
        .sql(
            (connection, db) -> {
              try (Statement statement = connection.createStatement();
                  ResultSet rows = statement.executeQuery(sql.replace("{db}", db))) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                  found.add(rows.getString(1));
                }
                return found;
              }
            });
  }
}
