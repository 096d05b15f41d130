package ca.edsquebec.trackingbms.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.testkit.Devices;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.NodeSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nodes that connect by WebSocket, as Libre Solar's firmware does. */
@ExtendWith(PortalExtension.class)
class NodeIT {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final int POLICY = 1008;

  private final Portal portal;
  private final Http http;
  private final Cast cast;
  private Battery battery;
  private NewKey key;

  NodeIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.cast = new Cast(portal);
  }

  @BeforeEach
  void add() {
    battery = battery("NODE-" + NUMBER.incrementAndGet(), Map.of());
    key = keyFor(battery);
  }

  private Battery battery(String code, Map<String, String> settings) {
    return cast.fleet()
        .add(
            Actor.SYSTEM,
            portal.acme().tenant(),
            NewBattery.builder(code, "Essai", "Banc", "thingset")
                .connectorSettings(settings)
                .build());
  }

  private NewKey keyFor(Battery one) {
    return portal.key(
        portal.acme().tenant(),
        new KeyWish(
            "Nœud " + one.code(),
            Set.of(Scope.INGEST),
            BatteryAccess.batteries(Set.of(one.uid())),
            Optional.empty()));
  }

  private static String[] bearer(String text) {
    return new String[] {"Authorization", "Bearer " + text};
  }

  private static String report() {
    String line = Devices.thingSetReport();
    // A message carries neither checksum nor line end.
    return line.substring(0, line.lastIndexOf('}') + 1);
  }

  private JsonNode latest(Battery of) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      var answer =
          http.get("/api/v1/batteries/" + of.uid() + "/latest", portal.acme().readKey());
      // Stored and shown by other threads: nothing to await but to ask.
      if (answer.status() == 200 && answer.json().has("packVoltage")) {
        return answer.json();
      }
      assertThat(System.nanoTime()).as(answer.body()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  @Test
  void isHeardAndAskedOnlyWhatReads() throws Exception {
    try (NodeSocket node = NodeSocket.open(http, "/node/ADDAE09A9892905C", bearer(key.text()))) {
      String asked = node.asked();
      assertThat(asked).startsWith("?").doesNotContain("\n", "\r");
      node.send(report());
      JsonNode latest = latest(battery);
      assertThat(latest.get("packVoltage").asDouble()).isEqualTo(52.5);
      assertThat(latest.get("soc").asDouble()).isEqualTo(76);
      assertThat(node.closed()).isNotDone();
    }
  }

  @Test
  void isKnownByItsCodeAndBringsBinaryToo() throws Exception {
    Battery binary = battery("NODE-B" + NUMBER.incrementAndGet(), Map.of("mode", "binary"));
    byte[] live = HexFormat.of().parseHex(binaryReport());
    try (NodeSocket node =
        NodeSocket.open(http, "/node/" + binary.code(), bearer(portal.acme().ingestKey()))) {
      node.send(live);
      assertThat(latest(binary).get("packVoltage").asDouble()).isPositive();
    }
    // Heard also where text is spoken.
    try (NodeSocket node = NodeSocket.open(http, "/node/x", bearer(key.text()))) {
      node.send(live);
      assertThat(latest(battery).get("packVoltage").asDouble()).isPositive();
    }
  }

  private static String binaryReport() throws Exception {
    return Files.readAllLines(
            TestDatabase.projectRoot()
                .resolve("core/src/test/resources/vectors/thingset/binary.vectors.jsonl"))
        .stream()
        .map(Http::parse)
        .map(one -> one.path("hex").asText())
        .filter(hex -> hex.startsWith("1f1831"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void mayHaveItsKeyWhereverItsFirmwareCanPutIt() {
    String basic =
        Base64.getEncoder()
            .encodeToString(("node:" + key.text()).getBytes(StandardCharsets.UTF_8));
    assertThat(NodeSocket.statusOf(http, "/node/x", "Authorization", "Basic " + basic))
        .isEqualTo(101);
    assertThat(NodeSocket.statusOf(http, "/node/x", "Authorization", "Token " + key.text()))
        .isEqualTo(101);
    assertThat(NodeSocket.statusOf(http, "/node/x?token=" + key.text())).isEqualTo(101);
    assertThat(NodeSocket.statusOf(http, "/node/x")).isEqualTo(401);
    assertThat(NodeSocket.statusOf(http, "/node/x?token=no")).isEqualTo(401);
    assertThat(NodeSocket.statusOf(http, "/node/x", bearer(portal.acme().readKey())))
        .isEqualTo(403);
    // A page of somebody else, in a browser.
    assertThat(
            NodeSocket.statusOf(
                http, "/node/x?token=" + key.text(), "Origin", "https://evil.example"))
        .isEqualTo(403);
  }

  @Test
  void staysOpenWithAKeyInTheAddressAndEndsWithIt() throws Exception {
    try (NodeSocket node = NodeSocket.open(http, "/node/x?token=" + key.text())) {
      assertThat(node.asked()).isNotNull();
      assertThat(node.closed()).isNotDone();
      revoke();
      assertThat(node.closed().get(2, TimeUnit.SECONDS)).isEqualTo(POLICY);
    }
  }

  @Test
  void endsWithinASecondWhenItsKeyIsRevoked() throws Exception {
    try (NodeSocket node = NodeSocket.open(http, "/node/x", bearer(key.text()))) {
      assertThat(node.asked()).isNotNull();
      long before = System.nanoTime();
      revoke();
      assertThat(node.closed().get(5, TimeUnit.SECONDS)).isEqualTo(POLICY);
      System.out.printf("closed %d ms after asking%n", (System.nanoTime() - before) / 1_000_000);
      assertThat(node.reason().get()).contains("key");
    }
    assertThat(NodeSocket.statusOf(http, "/node/x", bearer(key.text()))).isEqualTo(401);
  }

  private void revoke() {
    Visitor admin = new Visitor(http);
    admin.signIn(portal.acme().admin());
    String page = "/c/acme/admin/keys/" + key.key().id() + "/revoke";
    assertThat(admin.send(page, Map.of()).status()).isEqualTo(303);
  }

  @Test
  void isNoBatteryOfAnotherClientNorOfAnotherKind() throws Exception {
    try (NodeSocket theirs =
        NodeSocket.open(http, "/node/" + battery.code(), bearer(portal.boreal().ingestKey()))) {
      assertThat(theirs.closed().get(10, TimeUnit.SECONDS)).isEqualTo(POLICY);
      assertThat(theirs.reason().get()).contains("no battery is called so");
    }
    TestBattery foxbms = portal.battery();
    try (NodeSocket other =
        NodeSocket.open(http, "/node/" + foxbms.code(), bearer(portal.acme().ingestKey()))) {
      assertThat(other.closed().get(10, TimeUnit.SECONDS)).isEqualTo(POLICY);
      assertThat(other.reason().get()).contains("speaks foxbms");
    }
    Battery second = battery("NODE-C" + NUMBER.incrementAndGet(), Map.of());
    try (NodeSocket scoped =
        NodeSocket.open(http, "/node/" + second.code(), bearer(key.text()))) {
      // The key is for one battery: whatever it calls itself, it is that one.
      scoped.send(report());
      assertThat(latest(battery).get("soc").asDouble()).isEqualTo(76);
    }
    assertThat(
            http.get("/api/v1/batteries/" + second.uid() + "/latest", portal.acme().readKey())
                .status())
        .isEqualTo(404);
  }

  @Test
  void bearsNoiseAndEndsFloodsAndGiants() throws Exception {
    try (NodeSocket node = NodeSocket.open(http, "/node/x", bearer(key.text()))) {
      node.send("#mLive {\"rPackVoltage_V\":");
      node.send("\u0000\u0001é");
      node.send(":85 [1,2");
      node.send(new byte[] {0x1f, 0x18, 0x31, (byte) 0xbf});
      node.send(report());
      assertThat(latest(battery).get("soc").asDouble()).isEqualTo(76);
      assertThat(node.closed()).isNotDone();
      node.send("x".repeat(9 << 10));
      assertThat(node.closed().get(10, TimeUnit.SECONDS)).isEqualTo(1009);
    }
    try (NodeSocket flood = NodeSocket.open(http, "/node/x", bearer(key.text()))) {
      flood(flood);
      assertThat(flood.closed().get(20, TimeUnit.SECONDS)).isEqualTo(POLICY);
      assertThat(flood.reason().get()).contains("messages a second");
    }
  }

  // It may be closed while it still sends.
  private static void flood(NodeSocket node) {
    try {
      for (int i = 0; i < 2_000 && !node.closed().isDone(); i++) {
        node.send("#mLive {}");
      }
    } catch (CompletionException closed) {
      assertThat(closed).hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void takesThePlaceOfItsOldConnection() throws Exception {
    try (NodeSocket before = NodeSocket.open(http, "/node/x", bearer(key.text()))) {
      assertThat(before.asked()).isNotNull();
      try (NodeSocket again = NodeSocket.open(http, "/node/x", bearer(key.text()))) {
        assertThat(before.closed().get(10, TimeUnit.SECONDS)).isEqualTo(1000);
        again.send(report());
        assertThat(latest(battery).get("soc").asDouble()).isEqualTo(76);
      }
    }
  }
}
