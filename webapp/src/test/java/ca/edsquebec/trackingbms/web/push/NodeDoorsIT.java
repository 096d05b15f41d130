package ca.edsquebec.trackingbms.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.Standing;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.web.ingest.thingset.NodeHub;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.NodeSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may connect as a node, for how long, and what the others are told. */
@ExtendWith(PortalExtension.class)
class NodeDoorsIT {

  private static final int POLICY = 1008;

  private final Nodes nodes;
  private final Portal portal;
  private final Http http;
  private Battery battery;
  private NewKey key;

  NodeDoorsIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.nodes = new Nodes(portal);
  }

  @BeforeEach
  void add() {
    battery = nodes.text();
    key = nodes.keyFor(battery);
  }

  @Test
  void theKeyMayStandWhereverAFirmwareCanPutIt() {
    String basic =
        Base64.getEncoder().encodeToString(("node:" + key.text()).getBytes(StandardCharsets.UTF_8));
    assertThat(nodes.statusOf("/node/x", Nodes.bearer(key.text()))).isEqualTo(101);
    assertThat(nodes.statusOf("/node/x", "Authorization", "Basic " + basic)).isEqualTo(101);
    assertThat(nodes.statusOf("/node/x", "Authorization", "Token " + key.text())).isEqualTo(101);
    assertThat(nodes.statusOf("/node/x?token=" + key.text())).isEqualTo(101);
    assertThat(nodes.statusOf("/node/x")).isEqualTo(401);
    assertThat(nodes.statusOf("/node/x?token=no")).isEqualTo(401);
    assertThat(nodes.statusOf("/node/x", Nodes.bearer("tbms_no_no"))).isEqualTo(401);
    assertThat(nodes.statusOf("/node/x", Nodes.bearer(portal.acme().readKey()))).isEqualTo(403);
    assertThat(nodes.statusOf("/node/x", Nodes.bearer(portal.signIn(portal.acme().admin()))))
        .isEqualTo(403);
    // A page of somebody else, in a browser.
    assertThat(nodes.statusOf("/node/x?token=" + key.text(), "Origin", "https://evil.example"))
        .isEqualTo(403);
  }

  @Test
  void whoIsRefusedIsToldWhyInWords() {
    String path = "/node/" + battery.code();
    expect(401, "API key", http.get(path, null));
    expect(403, "INGEST", http.get(path, portal.acme().readKey()));
    expect(426, "Upgrade: websocket", http.get(path, key.text()));
    expect(404, "no battery is called so", http.get("/node/NOBODY", portal.acme().ingestKey()));
    expect(404, "", http.get(path + "/more", key.text()));
    expect(404, "", http.get("/node/", key.text()));
    Battery foxbms = nodes.battery("foxbms", Map.of());
    expect(409, "speaks foxbms", http.get("/node/" + foxbms.code(), portal.acme().ingestKey()));
    assertThat(nodes.statusOf("/node/NOBODY", Nodes.bearer(portal.acme().ingestKey())))
        .isEqualTo(404);
    assertThat(nodes.statusOf("/node/" + foxbms.code(), Nodes.bearer(portal.acme().ingestKey())))
        .isEqualTo(409);
  }

  private static void expect(int status, String words, Http.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("detail").asText()).contains(words);
  }

  @Test
  void aNodeIsNeverABatteryOfAnotherClientNorOfAnotherKey() throws Exception {
    String path = "/node/" + battery.code();
    assertThat(nodes.statusOf(path, Nodes.bearer(portal.boreal().ingestKey()))).isEqualTo(404);
    Battery second = nodes.text();
    Battery third = nodes.text();
    String two = nodes.keyFor(second, third).text();
    assertThat(nodes.statusOf(path, Nodes.bearer(two))).isEqualTo(404);
    assertThat(nodes.statusOf("/node/" + third.code(), Nodes.bearer(two))).isEqualTo(101);
    // A key for one battery means that one, whatever its node calls itself.
    try (NodeSocket node = NodeSocket.open(http, "/node/ADDAE09A", Nodes.bearer(key.text()))) {
      nodes.sayUntilStored(node, battery, 1);
    }
    assertThat(nodes.stored(second) + nodes.stored(third)).isZero();
  }

  @Test
  void aRevokedKeyEndsItsLineWithinASecondOrSo() throws Exception {
    try (NodeSocket node = nodes.open(battery, key);
        NodeSocket byAddress = openByAddress()) {
      assertThat(byAddress.asked()).isNotNull();
      nodes.sayUntilStored(node, battery, 1);
      long before = System.nanoTime();
      nodes.revoke(key);
      assertThat(node.closed(5).code()).isEqualTo(POLICY);
      System.out.printf(
          "node: closed %d ms after asking to revoke its key%n",
          (System.nanoTime() - before) / 1_000_000);
      assertThat(node.closed(1).reason()).contains("key");
    }
    assertThat(nodes.statusOf("/node/x", Nodes.bearer(key.text()))).isEqualTo(401);
  }

  /** Of another battery, and a key of its own that stays good. */
  private NodeSocket openByAddress() {
    return NodeSocket.open(http, "/node/x?token=" + nodes.keyFor(nodes.text()).text());
  }

  @Test
  void aKeyInAnAddressEndsItsLineToo() throws Exception {
    try (NodeSocket node = NodeSocket.open(http, "/node/x?token=" + key.text())) {
      assertThat(node.asked()).isNotNull();
      assertThat(node.closed()).isNotDone();
      nodes.revoke(key);
      assertThat(node.closed(5).code()).isEqualTo(POLICY);
    }
  }

  @Test
  void aClientHasSoManyAndNoMore() {
    List<NodeSocket> open = new ArrayList<>();
    try {
      for (int i = 0; i < NodeHub.MOST_OF_A_CLIENT; i++) {
        nodes.add(portal.boreal(), "CROWD-" + i, "thingset", Map.of());
      }
      nodes.add(portal.boreal(), "CROWD-MORE", "thingset", Map.of());
      nodes.awaitKnown(portal.boreal(), "CROWD-MORE");
      for (int i = 0; i < NodeHub.MOST_OF_A_CLIENT; i++) {
        open.add(openOfBoreal("CROWD-" + i));
      }
      String[] bearer = Nodes.bearer(portal.boreal().ingestKey());
      assertThat(nodes.statusOf("/node/CROWD-MORE", bearer)).isEqualTo(429);
      assertThat(nodes.statusOf("/node/CROWD-0", bearer)).as("one that is known").isEqualTo(101);
      assertThat(nodes.statusOf("/node/x", Nodes.bearer(key.text()))).as("others").isEqualTo(101);
    } finally {
      open.forEach(NodeSocket::close);
    }
  }

  private NodeSocket openOfBoreal(String code) {
    return NodeSocket.open(http, "/node/" + code, Nodes.bearer(portal.boreal().ingestKey()));
  }

  @Test
  void ofASuspendedClientNothingIsTaken() throws Exception {
    var databases = portal.installation().databases();
    Standing standing =
        new Standing(
            databases.registry(),
            databases.tenants(),
            portal.installation().audit(),
            Clock.systemUTC());
    nodes.add(portal.boreal(), "HELD", "thingset", Map.of());
    nodes.awaitKnown(portal.boreal(), "HELD");
    try (NodeSocket node = openOfBoreal("HELD")) {
      standing.suspend(Actor.SYSTEM, portal.boreal().tenant(), "Contrat");
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!node.closed().isDone()) {
        assertThat(System.nanoTime()).isLessThan(end);
        node.send(Nodes.report());
        node.asked(200);
      }
      assertThat(node.closed(1).code()).isEqualTo(POLICY);
      assertThat(node.closed(1).reason()).contains("suspended");
      expect(403, "suspended", http.get("/node/HELD", portal.boreal().ingestKey()));
    } finally {
      standing.lift(Actor.SYSTEM, portal.boreal().tenant());
      awaitReturn();
    }
  }

  /** The portal asks again every so often, and nothing tells a program outside. */
  private void awaitReturn() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (http.get("/node/HELD", portal.boreal().ingestKey()).status() != 426) {
      assertThat(System.nanoTime()).as("the client is back").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
