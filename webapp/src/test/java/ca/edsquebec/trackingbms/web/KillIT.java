package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.testkit.DatabaseAccess;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The portal is killed again and again while it is fed: what it acknowledged is there, once. */
class KillIT {

  private static final int SENDERS = 6;
  private static final int MAX_BATCH = 100;
  private static final long START = System.currentTimeMillis() - 86_400_000;

  /** One sample and what it says. */
  private record Sent(long ts, int soc) {}

  /** A client's battery that one thread feeds, and what the portal said it has stored of it. */
  private static final class Feed {

    private final String client;
    private final String key;
    private final Battery battery;
    private final Map<Long, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Map<Long, Integer> unanswered = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong(START);

    Feed(String client, String key, Battery battery) {
      this.client = client;
      this.key = key;
      this.battery = battery;
    }
  }

  private static int kills() {
    String usual = "true".equals(System.getenv("CI")) ? "20" : "5";
    return Integer.parseInt(System.getProperty("tbms.kills", usual));
  }

  @Test
  void whatWasAcknowledgedIsThereOnceAfterEveryKill() throws Exception {
    try (TestInstallation installation = new TestInstallation()) {
      List<Feed> feeds = feeds(installation);
      Path home = TestDatabase.projectRoot().resolve("webapp/target/it/kill");
      int kills = kills();
      for (int kill = 1; kill <= kills; kill++) {
        try (PortalProcess portal = PortalProcess.start(home, installation.environment())) {
          feedUntilKilled(portal, feeds);
        }
        long acknowledged = feeds.stream().mapToLong(feed -> feed.acknowledged.size()).sum();
        System.out.printf("kill %d of %d: %d samples acknowledged%n", kill, kills, acknowledged);
        assertStored(installation, feeds);
      }
      assertStartsAgain(home, installation, feeds);
    }
  }

  private static List<Feed> feeds(TestInstallation installation) {
    Clock clock = Clock.systemUTC();
    Fleet fleet =
        new Fleet(
            installation.databases().tenantDatabase(),
            (connector, given) -> {},
            TestAudit.of(installation.databases(), clock),
            clock);
    ApiKeys keys = new ApiKeys(installation.databases().registry(), installation.audit(), clock);
    List<Feed> feeds = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      String client = i % 2 == 0 ? "acme" : "boreal";
      var tenant = installation.tenant(client);
      // The same codes at both, so that a mix-up would be seen.
      Battery battery = fleet.add(Actor.SYSTEM, tenant, Portal.battery("KILL-" + i / 2));
      String key =
          keys.create(
                  Maker.operator(Actor.SYSTEM),
                  tenant,
                  KeyWish.of("kill", EnumSet.allOf(Scope.class)))
              .text();
      feeds.add(new Feed(client, key, battery));
    }
    return feeds;
  }

  private static void feedUntilKilled(PortalProcess portal, List<Feed> feeds)
      throws InterruptedException {
    Http http = new Http(portal.url());
    CountDownLatch fed = new CountDownLatch(feeds.size());
    List<Thread> senders = new ArrayList<>();
    for (Feed feed : feeds) {
      Thread sender = new Thread(() -> send(http, feed, fed), "sender " + feed.battery.code());
      sender.start();
      senders.add(sender);
    }
    // Each has stored something; then at any moment.
    assertThat(fed.await(60, TimeUnit.SECONDS)).isTrue();
    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(50, 800));
    portal.kill();
    for (Thread sender : senders) {
      sender.join(30_000);
      assertThat(sender.isAlive()).isFalse();
    }
  }

  /** Sends until the connection breaks. */
  private static void send(Http http, Feed feed, CountDownLatch fed) {
    Random random = new Random();
    boolean first = true;
    while (true) {
      List<Sent> batch = new ArrayList<>();
      // Now and then what nobody has answered for is sent again, as a careful sender does.
      feed.unanswered.forEach((ts, soc) -> batch.add(new Sent(ts, soc)));
      int size = 1 + random.nextInt(MAX_BATCH);
      for (int i = 0; i < size; i++) {
        batch.add(new Sent(feed.next.getAndAdd(1000), random.nextInt(101)));
      }
      batch.forEach(sent -> feed.unanswered.put(sent.ts(), sent.soc()));
      try {
        Answer answer = http.postJson("/api/v1/ingest/samples", feed.key, body(feed, batch));
        if (answer.status() != 200) {
          continue;
        }
        JsonNode json = answer.json();
        assertThat(json.get("accepted").asInt() + json.get("duplicates").asInt())
            .isEqualTo(batch.size());
      } catch (UncheckedIOException killed) {
        return;
      }
      batch.forEach(
          sent -> {
            feed.unanswered.remove(sent.ts());
            feed.acknowledged.put(sent.ts(), sent.soc());
          });
      if (first) {
        first = false;
        fed.countDown();
      }
    }
  }

  private static String body(Feed feed, List<Sent> batch) {
    StringBuilder body = new StringBuilder("[");
    for (Sent sent : batch) {
      body.append(body.length() > 1 ? "," : "")
          .append(
              "{\"battery\":\"%s\",\"ts\":%d,\"soc\":%d}"
                  .formatted(feed.battery.code(), sent.ts(), sent.soc()));
    }
    return body.append(']').toString();
  }

  private static void assertStored(TestInstallation installation, List<Feed> feeds)
      throws SQLException {
    for (Feed feed : feeds) {
      Map<Long, Integer> stored = stored(installation, feed);
      assertThat(stored).containsAllEntriesOf(feed.acknowledged);
      stored.keySet().removeAll(feed.acknowledged.keySet());
      // Committed, but killed before the answer: never anything that was not sent.
      assertThat(feed.unanswered).containsAllEntriesOf(stored);
    }
  }

  /** By the primary key a time is there once or not at all; its value tells whose it is. */
  private static Map<Long, Integer> stored(TestInstallation installation, Feed feed)
      throws SQLException {
    DatabaseAccess access = installation.access();
    String sql =
        "SELECT ts, soc FROM `%s`.sample WHERE battery_id = %d"
            .formatted(installation.databaseOf(feed.client), feed.battery.id());
    Map<Long, Integer> stored = new HashMap<>();
    try (var connection =
            DriverManager.getConnection(access.server(), access.user(), access.password());
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        assertThat(stored.put(rows.getLong(1), rows.getInt(2) / 100)).isNull();
      }
    }
    return stored;
  }

  /** The latest state is that of the newest row, though it was never flushed. */
  private static void assertStartsAgain(Path home, TestInstallation installation, List<Feed> feeds)
      throws Exception {
    try (PortalProcess portal = PortalProcess.start(home, installation.environment())) {
      Http http = new Http(portal.url());
      for (Feed feed : feeds) {
        long newest = stored(installation, feed).keySet().stream().max(Long::compare).orElseThrow();
        assertThat(
                http.get("/api/v1/batteries/" + feed.battery.uid() + "/latest", feed.key)
                    .json()
                    .get("ts")
                    .asLong())
            .isEqualTo(newest);
      }
    }
  }
}
