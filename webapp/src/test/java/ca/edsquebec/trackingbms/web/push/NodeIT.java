package ca.edsquebec.trackingbms.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.NodeSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.PortalServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nodes that connect by WebSocket, as Libre Solar's firmware does: what is said and stored. */
@ExtendWith(PortalExtension.class)
class NodeIT {

  private static final int NORMAL = 1000;
  private static final int GOING_AWAY = 1001;
  private static final int CANNOT_ACCEPT = 1003;
  private static final int POLICY = 1008;
  private static final int TOO_BIG = 1009;

  private final Nodes nodes;
  private final Portal portal;
  private Battery battery;
  private NewKey key;

  NodeIT(Portal portal) {
    this.portal = portal;
    this.nodes = new Nodes(portal);
  }

  @BeforeEach
  void add() {
    battery = nodes.text();
    key = nodes.keyFor(battery);
  }

  @Test
  void reportsAreStoredExactly() throws Exception {
    try (NodeSocket node = nodes.open(battery, key)) {
      nodes.sayUntilStored(node, battery, 2);
      expectTheReport(battery);
    }
  }

  private void expectTheReport(Battery of) {
    JsonNode latest = nodes.latest(of);
    assertThat(latest.get("packVoltage").decimalValue()).isEqualByComparingTo("52.504");
    assertThat(latest.get("current").decimalValue()).isEqualByComparingTo("-12.34");
    assertThat(latest.get("soc").decimalValue()).isEqualByComparingTo("76");
    assertThat(latest.get("freshness").asText()).isEqualTo("live");
  }

  @Test
  void isAskedOneRequestAtATimeForWhatItDoesNotReport() throws Exception {
    try (NodeSocket node = nodes.open(battery, key)) {
      Map<String, String> answers = new HashMap<>();
      answers.put(
          "? null",
          ":85 [\"Device\",\"Conf\",\"Meas\",\"Input\",\"pNodeID\",\"pNodeName\",\"mLive\"]");
      answers.put("?pNodeID", ":85 \"ADDAE09A9892905C\"");
      answers.put("?Meas", Nodes.answer());
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (nodes.stored(battery) < 2) {
        assertThat(System.nanoTime()).as("time until answers are stored").isLessThan(end);
        String request = node.asked();
        assertThat(request).startsWith("?").doesNotContain("\n", "\r");
        assertThat(node.asked(100)).as("before it has answered").isNull();
        node.send(answers.getOrDefault(request, ":A4"));
      }
      expectTheReport(battery);
    }
  }

  @Test
  void binaryIsSpokenWhereTheBatteryIsSetToIt() throws Exception {
    Battery binary = nodes.battery("thingset", Map.of("mode", "binary"));
    try (NodeSocket node = nodes.open(binary, nodes.keyFor(binary))) {
      assertThat(node.asked()).as("asks for the node's id").isEqualTo("01181d");
      nodes.sayUntilStored(node, binary, 2, HexFormat.of().parseHex(binaryReport()));
      JsonNode latest = nodes.latest(binary);
      assertThat(latest.get("current").decimalValue()).isEqualByComparingTo("-12.34");
      assertThat(latest.get("soc").decimalValue()).isEqualByComparingTo("76");
      node.send("#mLive {}");
      assertThat(node.closed(10).code()).isEqualTo(CANNOT_ACCEPT);
      assertThat(node.closed(1).reason()).contains("mode=binary");
    }
  }

  private static String binaryReport() throws IOException {
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
  void noiseBetweenReportsIsBorne() throws Exception {
    try (NodeSocket node = nodes.open(battery, key)) {
      for (String noise :
          new String[] {
            "", "#mLive {\"rPackVoltage_V\":", "\u0000\u0001é", ":85 [1,2", ":", "#", "=Conf {}"
          }) {
        node.send(noise);
      }
      nodes.sayUntilStored(node, battery, 2);
      expectTheReport(battery);
    }
  }

  @Test
  void whoSaysNothingOrNothingThatIsUnderstoodIsSentOff() throws Exception {
    Battery other = nodes.text();
    try (NodeSocket silent = nodes.open(battery, key);
        NodeSocket mad = nodes.open(other, nodes.keyFor(other))) {
      while (!mad.closed().isDone()) {
        mad.send("hello");
        assertThat(mad.asked(500))
            .satisfiesAnyOf(
                none -> assertThat(none).isNull(), asked -> assertThat(asked).startsWith("?"));
      }
      assertThat(mad.closed(1).code()).isEqualTo(POLICY);
      assertThat(mad.closed(1).reason()).contains("nothing that its connector understands");
      assertThat(silent.closed(40).code()).isEqualTo(POLICY);
      assertThat(silent.closed(1).reason()).contains("says nothing");
      assertThat(nodes.stored(other)).isZero();
    }
  }

  @Test
  void giantsAndFloodsEndTheLine() throws Exception {
    for (int length : new int[] {4097, 9 << 10, 100 << 10}) {
      try (NodeSocket node = nodes.open(battery, key)) {
        flood(node, "x".repeat(length), 1);
        assertThat(node.closed(10).code()).as("%d bytes", length).isEqualTo(TOO_BIG);
      }
    }
    try (NodeSocket node = nodes.open(battery, key)) {
      node.send(new byte[] {1});
      assertThat(node.closed(10).code()).isEqualTo(CANNOT_ACCEPT);
    }
    try (NodeSocket flood = nodes.open(battery, key)) {
      flood(flood, "#mLive {}", 5_000);
      assertThat(flood.closed(20).code()).isEqualTo(POLICY);
      assertThat(flood.closed(1).reason()).contains("messages a second");
    }
  }

  // It may be closed while it still sends.
  private static void flood(NodeSocket node, String message, int times) {
    try {
      for (int i = 0; i < times && !node.closed().isDone(); i++) {
        node.send(message);
      }
    } catch (CompletionException closed) {
      assertThat(closed).hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void theNewestConnectionOfABatteryCounts() throws Exception {
    try (NodeSocket before = nodes.open(battery, key);
        NodeSocket again = nodes.open(battery, key)) {
      assertThat(before.closed(10).code()).isEqualTo(NORMAL);
      assertThat(before.closed(1).reason()).contains("connected anew");
      nodes.sayUntilStored(again, battery, 1);
      assertThat(again.closed()).isNotDone();
    }
  }

  @Test
  void endsWithTheProgramWhichStoresWhatWasSaidLast() throws Exception {
    PortalServer second = Portal.start(portal.installation().environment(), "node-end", "/second");
    try (NodeSocket node =
        NodeSocket.open(
            new Http(second.url()), "/node/" + battery.code(), Nodes.bearer(key.text()))) {
      assertThat(node.asked()).isNotNull();
      node.send(Nodes.report());
      // A second further on, so that the second report completes a sample.
      leaveUnanswered(node, 1_100);
      node.send(Nodes.report());
      second.close();
      assertThat(node.closed(5).code()).isEqualTo(GOING_AWAY);
    }
    assertThat(nodes.stored(battery)).isPositive();
  }

  /** For so long, however often it is asked. */
  private static void leaveUnanswered(NodeSocket node, long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis;
        left > 0;
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
      assertThat(node.asked(left))
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(), asked -> assertThat(asked).startsWith("?"));
    }
  }
}
