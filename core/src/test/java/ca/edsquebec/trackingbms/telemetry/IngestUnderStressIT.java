package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.Telemetry.NOW;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.measured;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.seconds;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.soc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TcpRelay;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IngestUnderStressIT {

  private static TestInstallation installation;
  private static TenantId acme;
  private static TenantId boreal;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    acme = installation.tenant("acme");
    boreal = installation.tenant("boreal");
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void concurrentWritersOfTheSameKeysLoseAndDoubleNothing() throws Exception {
    // Two programs, so that groups meet in the database and not only in a queue.
    try (Telemetry one = new Telemetry(installation.databases());
        Telemetry other = new Telemetry(installation.databases())) {
      List<Measured> keys = new ArrayList<>();
      for (long battery = 1; battery <= 40; battery++) {
        keys.addAll(seconds(battery, 25));
      }
      List<Future<Receipt>> receipts = new ArrayList<>();
      ExecutorService senders = Executors.newFixedThreadPool(8);
      int sent = 0;
      for (int i = 0; i < 160; i++) {
        List<Measured> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, new Random(i));
        List<Measured> some = shuffled.subList(0, 1 + 7 * i % 300);
        Telemetry program = i % 2 == 0 ? one : other;
        TenantId tenant = i % 5 == 0 ? boreal : acme;
        sent += some.size();
        receipts.add(senders.submit(() -> program.ingest.store(tenant, some)));
      }
      int accepted = 0;
      int duplicates = 0;
      for (Future<Receipt> receipt : receipts) {
        accepted += receipt.get().accepted();
        duplicates += receipt.get().duplicates();
      }
      senders.shutdown();
      assertThat(accepted + duplicates).isEqualTo(sent);
      assertThat(accepted).isEqualTo(rows(one, acme) + rows(one, boreal));
      assertThat(rows(one, acme)).isEqualTo(keys.size());
    }
  }

  @Test
  void answersUnavailableWhenTheQueueIsFullAndLosesNothingItAcknowledged() throws Exception {
    try (Telemetry telemetry = new Telemetry(installation.databases());
        HeldRow held = new HeldRow(installation, "acme", 500)) {
      List<Measured> first = new ArrayList<>(seconds(501, 19_998));
      first.add(measured(held.battery(), soc(held.ts(), 5)));
      CompletableFuture<Receipt> waiting =
          CompletableFuture.supplyAsync(() -> telemetry.ingest.store(acme, first));
      held.awaitWaiter();
      assertThatThrownBy(() -> telemetry.ingest.store(acme, seconds(502, 2)))
          .isInstanceOfSatisfying(
              UnavailableException.class,
              e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(2)));
      assertThat(telemetry.ingest.store(boreal, seconds(502, 2)).accepted()).isEqualTo(2);
      held.letGo();
      assertThat(waiting.get().accepted()).isEqualTo(19_999);
      assertThat(telemetry.stored(acme, 501)).hasSize(19_998);
      assertThat(telemetry.stored(acme, 502)).isEmpty();
    }
  }

  @Test
  void triesAgainWhenItIsTheVictimOfADeadlock() throws Exception {
    try (Telemetry telemetry = new Telemetry(installation.databases());
        HeldRow held = new HeldRow(installation, "acme", 800)) {
      for (int battery = 10_000; battery < 10_100; battery++) {
        // The server ends the transaction that changed less.
        held.hold(battery);
      }
      CompletableFuture<Receipt> waiting =
          CompletableFuture.supplyAsync(
              () ->
                  telemetry.ingest.store(
                      acme,
                      List.of(measured(799, soc(held.ts(), 1)), measured(800, soc(held.ts(), 1)))));
      held.awaitWaiter();
      held.hold(799);
      held.letGo();
      assertThat(waiting.get().accepted()).isEqualTo(2);
    }
  }

  @Test
  void answersUnavailableWhileTheDatabaseIsAwayAndGoesOnWhenItIsBack() throws Exception {
    URI server = URI.create(installation.access().server().substring("jdbc:".length()));
    try (TcpRelay relay = new TcpRelay(server.getHost(), server.getPort());
        Databases throughRelay = databases(relay);
        Telemetry telemetry = new Telemetry(throughRelay)) {
      assertThat(telemetry.ingest.store(acme, seconds(600, 5)).accepted()).isEqualTo(5);
      relay.cut();
      assertThatThrownBy(() -> telemetry.ingest.store(acme, seconds(600, 10)))
          .isInstanceOf(UnavailableException.class);
      relay.mend();
      Receipt again = storeAsASenderDoes(telemetry, seconds(600, 10));
      assertThat(again.accepted()).isEqualTo(5);
      assertThat(again.duplicates()).isEqualTo(5);
      assertThat(telemetry.stored(acme, 600)).hasSize(10);
    }
  }

  @Test
  void answersUnavailableForACommitThatIsNotSeen() throws Exception {
    URI server = URI.create(installation.access().server().substring("jdbc:".length()));
    try (TcpRelay relay = new TcpRelay(server.getHost(), server.getPort());
        Databases throughRelay = databases(relay);
        Telemetry telemetry = new Telemetry(throughRelay);
        HeldRow held = new HeldRow(installation, "acme", 700)) {
      CompletableFuture<Receipt> waiting =
          CompletableFuture.supplyAsync(
              () ->
                  telemetry.ingest.store(
                      acme,
                      List.of(
                          measured(held.battery(), soc(held.ts(), 1)),
                          measured(701, soc(NOW, 1)))));
      held.awaitWaiter();
      relay.cut();
      assertThatThrownBy(waiting::get).hasCauseInstanceOf(UnavailableException.class);
      assertThat(rowsOf(701)).isZero();
      relay.mend();
    }
  }

  /** Again and again: the pool may hold further connections that died with the first. */
  private static Receipt storeAsASenderDoes(Telemetry telemetry, List<Measured> samples) {
    for (int attempt = 1; ; attempt++) {
      try {
        return telemetry.ingest.store(acme, samples);
      } catch (UnavailableException e) {
        assertThat(attempt).isLessThan(20);
      }
    }
  }

  private static Databases databases(TcpRelay relay) {
    Map<String, String> environment = new HashMap<>(installation.environment());
    environment.put(
        "TBMS_DB_URL",
        "jdbc:mysql://127.0.0.1:%d/%s"
            .formatted(relay.port(), installation.databases().registry().name()));
    return Databases.open(Settings.from(environment), Setting.TBMS_DB_POOL);
  }

  private static int rowsOf(long battery) {
    try (Telemetry telemetry = new Telemetry(installation.databases())) {
      return telemetry.stored(acme, battery).size();
    }
  }

  private static int rows(Telemetry telemetry, TenantId tenant) {
    return telemetry.db.sql(
        tenant,
        (connection, name) -> {
          String sql = "SELECT COUNT(*) FROM %s.sample WHERE battery_id <= 40".formatted(name);
          try (var query = connection.createStatement();
              var rows = query.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
          }
        });
  }
}
