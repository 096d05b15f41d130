package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.RecordedSession;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job: ten minutes of a pack's CAN bus in, and its state out, for its own client only. */
@ExtendWith(PortalExtension.class)
class SessionIT {

  private static final int CHUNK = 500;

  private final Portal portal;
  private final Http http;

  SessionIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
  }

  @Test
  void recordedSessionIsStoredAndReadBackByItsClientOnly() {
    Map<String, TestBattery> pair = portal.pair();
    TestBattery battery = pair.get("acme");
    TestBattery namesake = pair.get("boreal");
    RecordedSession session = RecordedSession.onGrid(600, System.currentTimeMillis());

    int samples = postInChunks(battery, session);

    Map<Long, Integer> rows = assertHistory(battery, session);
    assertThat(rows).hasSize(samples);
    assertThat(portal.storedSamples(battery)).isEqualTo(samples);
    assertCells(battery, session);
    assertLatestAndLive(battery, session);
    assertInvisibleToBoreal(battery, namesake);

    TestBattery theirs = namesake;
    http.postJson(
        "/api/v1/ingest/samples",
        portal.boreal().key(),
        theirs.sample(session.at(590), "soc", 12.5));
    assertThat(latest(theirs, portal.boreal().readKey()).get("soc").asDouble()).isEqualTo(12.5);
    assertThat(latest(battery, portal.acme().readKey()).get("soc").asDouble()).isGreaterThan(70);
    assertThat(portal.storedSamples(theirs)).isEqualTo(1);
    assertThat(portal.storedSamples(battery)).isEqualTo(samples);
  }

  private int postInChunks(TestBattery battery, RecordedSession session) {
    List<String> lines = session.lines(0, 601);
    int samples = 0;
    int frames = 0;
    int ignored = 0;
    long durable = 0;
    for (int from = 0; from < lines.size(); from += CHUNK) {
      List<String> chunk = lines.subList(from, Math.min(lines.size(), from + CHUNK));
      Http.Answer answer =
          http.postText(
              battery.framesPath(), portal.acme().ingestKey(), String.join("\n", chunk) + "\n");
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      JsonNode receipt = answer.json();
      assertThat(receipt.get("frames").asInt()).isEqualTo(chunk.size());
      assertThat(receipt.get("invalid")).isEmpty();
      assertThat(receipt.get("durableUntil").asLong()).isGreaterThan(durable);
      durable = receipt.get("durableUntil").asLong();
      frames += receipt.get("decoded").asInt() + receipt.get("ignored").asInt();
      ignored += receipt.get("ignored").asInt();
      samples += receipt.get("samples").asInt();
    }
    assertThat(frames).isEqualTo(lines.size());
    assertThat(ignored).isEqualTo(118);
    assertThat(durable).isEqualTo(session.at(595));
    return samples;
  }

  /** The row numbers by time, once the known values stand there. */
  private Map<Long, Integer> assertHistory(TestBattery battery, RecordedSession session) {
    JsonNode history =
        http.get(
                battery.path(
                    "/history?metrics=soc,packVoltage,current,soh&from=%d&to=%d"
                        .formatted(session.at(0), session.at(601))),
                portal.acme().readKey())
            .json();
    Map<Long, Integer> rows = new TreeMap<>();
    history.get("t").forEach(t -> rows.put(t.asLong(), rows.size()));
    assertThat(rows.keySet().stream().filter(t -> (t - session.at(0)) % 5000 == 0)).hasSize(118);
    assertThat(values(history, rows.get(session.at(160))))
        .containsExactly(81.1, 137.8, -70.0, 96.5);
    // In STANDBY the pack itself says 0.
    assertThat(values(history, rows.get(session.at(330)))).startsWith(77.2, 138.7);
    assertThat(values(history, rows.get(session.at(400))).get(2)).isEqualTo(60.0);
    assertThat(rows).containsKey(session.at(420)).doesNotContainKey(session.at(425));
    assertThat(history.get("coverage").asDouble()).isBetween(0.95, 1.0);
    return rows;
  }

  private static List<Double> values(JsonNode history, int row) {
    List<Double> values = new ArrayList<>();
    for (String metric : List.of("soc", "packVoltage", "current", "soh")) {
      values.add(history.at("/metrics/" + metric + "/value").get(row).asDouble());
    }
    return values;
  }

  private void assertCells(TestBattery battery, RecordedSession session) {
    JsonNode cells =
        http.get(
                battery.path("/cells?from=%d&to=%d".formatted(session.at(160), session.at(161))),
                portal.acme().readKey())
            .json();
    assertThat(cells.get("t").get(0).asLong()).isEqualTo(session.at(160));
    assertThat(cells.get("cellVoltages").get(0)).hasSize(36);
    cells.get("cellVoltages").get(0).forEach(v -> assertThat(v.asDouble()).isBetween(3.6, 4.2));
  }

  private void assertLatestAndLive(TestBattery battery, RecordedSession session) {
    JsonNode latest = latest(battery, portal.acme().readKey());
    // What is known now, and not only what the grid has stored.
    assertThat(latest.get("ts").asLong()).isBetween(session.at(595), session.at(600));
    assertThat(latest.get("cellVoltages")).hasSize(36);
    assertThat(latest.get("temperatures")).hasSize(16);
    JsonNode live = live(battery.id(), portal.acme().readKey());
    assertThat(live.get("batteries")).hasSize(1);
    JsonNode item = live.get("batteries").get(0);
    assertThat(item.get("battery").asText()).isEqualTo(battery.code());
    for (String field : List.of("ts", "soc", "packVoltage", "cellVoltages", "temperatures")) {
      assertThat(item.get(field)).as(field).isEqualTo(latest.get(field));
    }
  }

  private void assertInvisibleToBoreal(TestBattery battery, TestBattery namesake) {
    String reader = portal.boreal().readKey();
    for (String rest : List.of("", "/latest", "/history", "/cells")) {
      assertThat(http.get(battery.path(rest), reader).status()).as(rest).isEqualTo(404);
    }
    assertThat(live(battery.id(), reader).get("batteries")).isEmpty();
    assertThat(live(namesake.id(), reader).get("batteries")).isEmpty();
    assertThat(latest(namesake, reader).get("freshness").asText()).isEqualTo("never");
    assertThat(http.get(namesake.path("/history"), reader).json().get("t")).isEmpty();
    assertThat(http.get("/api/v1/batteries?size=200", reader).body())
        .contains(namesake.id())
        .doesNotContain(battery.id());
    assertThat(portal.storedSamples(namesake)).isZero();
  }

  private JsonNode latest(TestBattery battery, String key) {
    return http.get(battery.path("/latest"), key).json();
  }

  private JsonNode live(String id, String key) {
    return http.get("/api/v1/live?batteries=" + id, key).json();
  }

  @Test
  void socIsRightWhileThePackStandsBy() {
    TestBattery battery = portal.battery();
    RecordedSession session = RecordedSession.exactly(332, System.currentTimeMillis());

    http.postText(battery.framesPath(), portal.acme().key(), session.text(0, 332));

    JsonNode latest = latest(battery, portal.acme().key());
    assertThat(latest.get("state").asText()).isEqualTo("idle");
    assertThat(latest.get("soc").asDouble()).isEqualTo(77.2);
  }

  @Test
  void batteryIsStaleFiveSecondsAfterItsLastFrame() {
    TestBattery battery = portal.battery();
    // Silent from 420 s on, and 425 s is now.
    RecordedSession session = RecordedSession.exactly(425, System.currentTimeMillis());

    http.postText(battery.framesPath(), portal.acme().key(), session.text(0, 425));

    assertThat(freshness(battery)).containsExactly("stale", "stale", "stale");
    assertThat(latest(battery, portal.acme().key()).get("ts").asLong())
        .isBetween(session.at(419), session.at(420));
  }

  @Test
  void batteryIsLiveUntilThen() {
    TestBattery battery = portal.battery();
    http.postText(battery.framesPath(), portal.acme().key(), "");
    RecordedSession session = RecordedSession.exactly(420, System.currentTimeMillis());

    http.postText(battery.framesPath(), portal.acme().key(), session.text(390, 420));

    assertThat(freshness(battery)).containsExactly("live", "live", "live");
  }

  /** As its three readers say. */
  private List<String> freshness(TestBattery battery) {
    String key = portal.acme().key();
    JsonNode listed =
        http.get("/api/v1/batteries?q=" + battery.code(), key).json().get("items").get(0);
    return List.of(
        latest(battery, key).get("freshness").asText(),
        http.get(battery.path(""), key).json().get("freshness").asText(),
        listed.get("freshness").asText());
  }
}
