package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.RecordedSession;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The frames endpoint, as senders with a bad line use it: again, late, overlapping. */
@ExtendWith(PortalExtension.class)
class FramesIT {

  private static final Pattern CANDUMP =
      Pattern.compile("\\((\\d+)\\.(\\d{6})\\) can0 ([0-9A-F]+)#([0-9A-F]*)");

  private final Portal portal;
  private final Http http;
  private final TestBattery battery;
  private final RecordedSession session = RecordedSession.onGrid(600, System.currentTimeMillis());

  FramesIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.battery = portal.battery();
  }

  private JsonNode post(String text) {
    Answer answer = http.postText(battery.framesPath(), portal.acme().ingestKey(), text);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode latest() {
    return http.get(battery.path("/latest"), portal.acme().readKey()).json();
  }

  private String history() {
    return history(battery);
  }

  private String history(TestBattery of) {
    String path = "/history?from=%d&to=%d".formatted(session.at(0), session.at(700));
    return http.get(of.path(path), portal.acme().readKey())
        .body()
        .replace(of.id(), "id")
        .replace(of.code(), "code");
  }

  @Test
  void repeatedRequestGivesTheSameSamplesAsDuplicates() {
    JsonNode first = post(session.text(0, 200));
    JsonNode latest = latest();
    String history = history();

    JsonNode again = post(session.text(0, 200));

    assertThat(first.get("duplicates").asInt()).isZero();
    assertThat(first.get("samples").asInt()).isPositive();
    assertThat(again.get("duplicates")).isEqualTo(again.get("samples"));
    assertThat(again.get("samples")).isEqualTo(first.get("samples"));
    assertThat(again.get("frames")).isEqualTo(first.get("frames"));
    assertThat(history()).isEqualTo(history);
    assertThat(latest().get("soc")).isEqualTo(latest.get("soc"));
    assertThat(latest().get("ts")).isEqualTo(latest.get("ts"));
  }

  @Test
  void backlogIsStoredWithoutMovingTheLatest() {
    post(session.text(300, 400));
    JsonNode latest = latest();
    long stored = portal.storedSamples(battery);

    JsonNode late = post(session.text(100, 200));

    assertThat(late.get("samples").asInt()).isGreaterThanOrEqualTo(19);
    assertThat(late.get("duplicates").asInt()).isZero();
    assertThat(portal.storedSamples(battery)).isEqualTo(stored + late.get("samples").asInt());
    assertThat(latest().get("ts")).isEqualTo(latest.get("ts"));
    assertThat(latest().get("packVoltage")).isEqualTo(latest.get("packVoltage"));
  }

  @Test
  void durableUntilIsTheFrameTimeUpToWhichAllIsStored() {
    List<String> lines = session.lines(0, 105);
    int end = lines.size() - 10;
    JsonNode first = post(String.join("\n", lines.subList(0, end)));
    assertThat(first.get("durableUntil").asLong()).isEqualTo(session.at(100));

    // Nothing crosses the grid: nothing more is durable.
    JsonNode second = post(String.join("\n", lines.subList(end, lines.size())));
    assertThat(second.get("samples").asInt()).isZero();
    assertThat(second.get("durableUntil").asLong()).isEqualTo(session.at(100));

    JsonNode third = post(session.text(105, 115));
    assertThat(third.get("durableUntil").asLong()).isEqualTo(session.at(110));
    assertThat(history()).contains(Long.toString(session.at(110)));
  }

  @Test
  void nothingIsDurableBeforeTheFirstSample() {
    assertThat(post("").get("durableUntil").isNull()).isTrue();
  }

  @Test
  void senderThatStartsAgainFromDurableUntilLosesNothing() {
    post(session.text(0, 103));
    post(session.text(100, 203));
    String pieced = history();

    TestBattery whole = portal.battery();
    http.postText(whole.framesPath(), portal.acme().ingestKey(), session.text(0, 203));

    assertThat(pieced).isEqualTo(history(whole));
  }

  @Test
  void overlappingRequestsAtTheSameTimeStoreEachSampleOnce() {
    List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int from = i * 50;
      answers.add(CompletableFuture.supplyAsync(() -> post(session.text(from, from + 150))));
    }
    int fresh = 0;
    for (CompletableFuture<JsonNode> answer : answers) {
      JsonNode receipt = answer.join();
      fresh += receipt.get("samples").asInt() - receipt.get("duplicates").asInt();
    }
    assertThat(portal.storedSamples(battery)).isEqualTo(fresh);
    assertThat(latest().get("ts").asLong()).isBetween(session.at(299), session.at(300));
  }

  @Test
  void framesAsJsonGiveTheSameSamplesAsText() {
    JsonNode text = post(session.text(0, 60));
    TestBattery other = portal.battery();
    StringBuilder frames = new StringBuilder();
    for (String line : session.lines(0, 60)) {
      Matcher frame = CANDUMP.matcher(line);
      assertThat(frame.matches()).as(line).isTrue();
      frames
          .append(frames.isEmpty() ? "" : ",")
          .append(
              "[%s%s,\"%s\",\"%s\"]"
                  .formatted(frame.group(1), frame.group(2), frame.group(3), frame.group(4)));
    }
    String body = "{\"battery\":\"%s\",\"frames\":[%s]}".formatted(other.code(), frames);

    JsonNode json = http.postJson("/api/v1/ingest/frames/foxbms", portal.acme().key(), body).json();

    assertThat(json).isEqualTo(text);
    assertThat(portal.storedSamples(other)).isEqualTo(portal.storedSamples(battery));
  }

  @Test
  void gzippedRecordingIsUnpacked() {
    Answer answer =
        http.post(
            battery.framesPath(),
            portal.acme().ingestKey(),
            Http.TEXT,
            Http.gzip(session.text(0, 60)),
            "Content-Encoding",
            "gzip");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("durableUntil").asLong()).isEqualTo(session.at(55));
  }

  @Test
  void framesDatedByAFastClockAreStoredAndDoNotBecomeTheLatest() {
    long ahead = System.currentTimeMillis() + 600_000;
    RecordedSession future = RecordedSession.onGrid(100, ahead);

    JsonNode receipt = post(future.text(0, 100));

    assertThat(receipt.get("samples").asInt()).isPositive();
    JsonNode latest = latest();
    assertThat(latest.path("ts").asLong(0)).isLessThan(System.currentTimeMillis() + 120_000);
    post(session.text(0, 100));
    assertThat(latest().get("ts").asLong()).isBetween(session.at(99), session.at(100));
  }
}
