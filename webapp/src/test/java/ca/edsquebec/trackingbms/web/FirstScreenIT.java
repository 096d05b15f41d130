package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the first pages read beside the samples themselves. */
@ExtendWith(PortalExtension.class)
class FirstScreenIT {

  private final Portal portal;
  private final Http http;
  private final TestBattery battery;
  private final TestBattery namesake;
  private final String key;
  private final long now = System.currentTimeMillis();

  FirstScreenIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    Map<String, TestBattery> pair = portal.pair();
    this.battery = pair.get("acme");
    this.namesake = pair.get("boreal");
    this.key = portal.acme().readKey();
  }

  private void post(TestBattery to, String body) {
    String sender =
        to.client().equals("acme") ? portal.acme().ingestKey() : portal.boreal().ingestKey();
    Answer answer = http.postJson("/api/v1/ingest/samples", sender, body);
    assertThat(answer.json().at("/rejected")).as(answer.body()).isEmpty();
  }

  private void postWhole(long ts) {
    String whole =
        """
        {"battery":"%s","ts":%d,"packVoltage":52,"current":-10,"soc":40,"cellVoltages":[3.2,3.3],
        "temperatures":[21,22],"balancing":[true,false],"strangeness":7,"state":"discharging",
        "alarms":[{"code":"low-soc","level":"warning"}]}"""
            .formatted(battery.code(), ts);
    post(battery, whole);
  }

  private String live(String more) {
    return "?batteries=" + battery.id() + more;
  }

  private JsonNode poll(String more) {
    return http.get("/api/v1/live" + live(more), key).json();
  }

  @Test
  void liveItemsTellTheirCondition() {
    postWhole(now);
    JsonNode item = poll("").at("/batteries/0");
    assertThat(item.get("condition").asText()).isEqualTo("warning");
    assertThat(item.get("receivedAt").asLong()).isBetween(now, System.currentTimeMillis());
    assertThat(item.get("cellVoltages")).hasSize(2);
    assertThat(item.get("strangeness").asInt()).isEqualTo(7);
    assertThat(poll("").has("fleet")).isFalse();
  }

  @Test
  void listDetailLeavesOutCellsSensorsAndExtras() {
    postWhole(now);
    JsonNode item = poll("&detail=list").at("/batteries/0");
    assertThat(item.fieldNames())
        .toIterable()
        .doesNotContain("cellVoltages", "temperatures", "balancing", "strangeness")
        .contains("soc", "cellVoltageMax", "temperatureMax", "state", "alarms", "condition");
  }

  @Test
  void fleetFiguresComeWithAnUpdate() {
    String type = http.get(battery.path(""), key).json().at("/type/id").asText();
    JsonNode fleet = fleetOfASample("&fleet=true&type=" + type);
    assertThat(fleet.get("conditions").fieldNames())
        .toIterable()
        .containsExactly("critical", "warning", "stale", "unknown", "normal");
    assertThat(fleet.at("/conditions/warning").asInt()).isPositive();
    assertThat(fleet.at("/point/0").asLong() % 300_000).isZero();
    assertThat(fleet.at("/point/3").asInt()).isPositive();
    assertThat(fleet.get("delayP95Millis").isNumber()).isTrue();
    assertThat(fleet.has("soc") && fleet.has("availableWh") && fleet.has("totalWh")).isTrue();
    assertThat(fleet.at("/hottest/id").isTextual()).isTrue();

    JsonNode none = poll("&fleet=true&type=nothing").get("fleet");
    assertThat(none.get("batteries").asInt()).isZero();
    assertThat(none.get("soc").isNull()).isTrue();
    JsonNode theirs =
        http.get("/api/v1/live?fleet=true&type=" + type, portal.boreal().readKey()).json();
    assertThat(theirs.at("/fleet/batteries").asInt()).isZero();
  }

  /** Once more when five minutes turn between the two: the running ones know of no sample then. */
  private JsonNode fleetOfASample(String more) {
    long sent;
    JsonNode fleet;
    do {
      sent = System.currentTimeMillis();
      postWhole(sent);
      fleet = poll(more).get("fleet");
    } while (fleet.at("/point/0").asLong() > sent);
    return fleet;
  }

  @Test
  void socketIsSubscribedAnewToListAndFleet() {
    postWhole(now);
    try (LiveSocket socket = LiveSocket.open(http, live("&detail=list&fleet=true"), key)) {
      JsonNode first = socket.next();
      assertThat(first.at("/batteries/0").has("cellVoltages")).isFalse();
      assertThat(first.get("fleet").get("batteries").asInt()).isPositive();
      socket.send("{\"batteries\":[\"%s\"]}".formatted(battery.id()));
      JsonNode whole = socket.next();
      assertThat(whole.at("/batteries/0").has("cellVoltages")).isTrue();
      assertThat(whole.has("fleet")).isFalse();
      socket.send(
          "{\"batteries\":[\"%s\"],\"detail\":\"list\",\"fleet\":true,\"type\":\"nothing\"}"
              .formatted(battery.id()));
      JsonNode brief = socket.next();
      assertThat(brief.at("/batteries/0").has("cellVoltages")).isFalse();
      assertThat(brief.at("/fleet/batteries").asInt()).isZero();
    }
  }

  @Test
  void thinnedHistoryKeepsTheSpikeAndBreaksTheLine() {
    // A sample each 5 s, with a spike, and ten minutes of silence.
    post(
        battery,
        LongStream.range(0, 1000)
            .filter(i -> i < 400 || i >= 520)
            .mapToObj(i -> battery.sample(now - 5000 * (1000 - i), "soc", i == 333 ? 99 : 50))
            .collect(Collectors.joining(",", "[", "]")));
    JsonNode history =
        http.get(battery.path("/history") + "?metrics=soc&resolution=raw&maxPoints=40", key).json();
    JsonNode values = history.at("/metrics/soc/value");
    assertThat(history.get("t").size()).isEqualTo(values.size()).isLessThanOrEqualTo(41);
    long before = now - 5000 * (1000 - 399);
    long after = now - 5000 * (1000 - 520);
    assertThat(history.get("gaps").toString()).isEqualTo("[[%d,%d]]".formatted(before, after));
    int empty = 0;
    double highest = 0;
    for (int i = 0; i < values.size(); i++) {
      highest = Math.max(highest, values.get(i).asDouble());
      if (values.get(i).isNull()) {
        empty++;
        assertThat(history.get("t").get(i).asLong()).isBetween(before + 1, after - 1);
      }
    }
    assertThat(empty).isEqualTo(1);
    assertThat(highest).isEqualTo(99);
    assertThat(http.get(battery.path("/history") + "?metrics=soc", key).json().get("t"))
        .hasSize(880);
  }

  @Test
  void anImpossibleNumberOfPointsIsRefused() {
    for (String points : new String[] {"1", "0", "-5", "5001", "x", ""}) {
      Answer answer = http.get(battery.path("/history") + "?maxPoints=" + points, key);
      assertThat(answer.status()).as(points).isEqualTo(400);
    }
    assertThat(http.get(namesake.path("/history") + "?maxPoints=9", key).status()).isEqualTo(404);
  }

  @Test
  void signInThatEndsEarlyIsNoErrorOfOurs() throws Exception {
    int before = portal.log().split("request failed", -1).length;
    String request =
        "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"email\":";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), http.base().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 400");
    }
    assertThat(portal.log().split("request failed", -1)).hasSize(before);
  }
}
