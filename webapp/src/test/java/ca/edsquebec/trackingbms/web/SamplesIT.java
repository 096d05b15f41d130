package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The samples endpoint: what is kept, what is told, what becomes the latest. */
@ExtendWith(PortalExtension.class)
class SamplesIT {

  private static final String PATH = "/api/v1/ingest/samples";

  private final Portal portal;
  private final Http http;
  private final TestBattery battery;
  private final long now = System.currentTimeMillis();

  SamplesIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.battery = portal.battery();
  }

  private Answer post(String body) {
    return http.postJson(PATH, portal.acme().ingestKey(), body);
  }

  private JsonNode latest() {
    return http.get(battery.path("/latest"), portal.acme().readKey()).json();
  }

  private List<Long> times() {
    List<Long> times = new ArrayList<>();
    http.get(
            battery.path("/history?to=" + (now + Duration.ofHours(1).toMillis())),
            portal.acme().readKey())
        .json()
        .get("t")
        .forEach(t -> times.add(t.asLong()));
    return times;
  }

  private static void assertCounts(Answer answer, int accepted, int duplicates, int rejected) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(accepted);
    assertThat(answer.json().get("duplicates").asInt()).isEqualTo(duplicates);
    assertThat(answer.json().get("rejected")).hasSize(rejected);
  }

  private String array(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> battery.sample(now - 100_000 + i * 1000L, "soc", 50 + i / 10.0))
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void oneObjectIsASample() {
    assertCounts(post(battery.sample(now, "soc", 62.4)), 1, 0, 0);
    assertThat(latest().get("soc").asDouble()).isEqualTo(62.4);
  }

  @Test
  void arrayIsStoredAndItsRepetitionIsAllDuplicates() {
    assertCounts(post(array(0, 50)), 50, 0, 0);
    assertCounts(post(array(0, 50)), 0, 50, 0);
    assertCounts(post(array(40, 60)), 10, 10, 0);
    assertThat(portal.storedSamples(battery)).isEqualTo(60);
  }

  @Test
  void emptyArrayIsNothing() {
    assertCounts(post("[]"), 0, 0, 0);
  }

  @Test
  void sameTimeTwiceInOneRequestIsOneSampleAndTheFirstWins() {
    String body =
        "[%s,%s]".formatted(battery.sample(now, "soc", 10), battery.sample(now, "soc", 20));
    assertCounts(post(body), 1, 1, 0);
    assertThat(storedSoc()).isEqualTo(10);
    assertThat(latest().get("soc").asDouble()).isEqualTo(10);
  }

  private double storedSoc() {
    return http.get(battery.path("/history?metrics=soc"), portal.acme().readKey())
        .json()
        .at("/metrics/soc/value/0")
        .asDouble();
  }

  @Test
  void gzipIsUnpacked() {
    Answer answer =
        http.post(
            PATH,
            portal.acme().ingestKey(),
            Http.JSON,
            Http.gzip(array(0, 30)),
            "Content-Encoding",
            "gzip");
    assertCounts(answer, 30, 0, 0);
  }

  @Test
  void allFieldsComeBackAsTheyWere() {
    String fields =
        """
        "packVoltage":52.31,"current":-74.2,"soc":62.4,"soh":98.5,"cycles":312,
        "cellVoltages":[3.281,3.279,null,3.28],"temperatures":[24.6,25.1],
        "balancing":[true,false],"state":"discharging","chargeAllowed":true,
        "dischargeAllowed":false,"fanSpeed":1200.5,
        "alarms":[{"code":"cellOvervoltage","level":"critical","raw":"OV cell 3"}]
        """;
    assertCounts(
        post("{\"battery\":\"%s\",\"ts\":%d,%s}".formatted(battery.code(), now, fields)), 1, 0, 0);
    JsonNode latest = latest();
    JsonNode given = Http.parse("{" + fields + "}");
    for (String name :
        List.of(
            "packVoltage",
            "current",
            "soc",
            "soh",
            "cycles",
            "cellVoltages",
            "temperatures",
            "balancing",
            "state",
            "chargeAllowed",
            "dischargeAllowed",
            "fanSpeed")) {
      assertThat(latest.get(name)).as(name).isEqualTo(given.get(name));
    }
    assertThat(latest.at("/alarms/0/level").asText()).isEqualTo("critical");
    assertThat(latest.at("/alarms/0/raw").asText()).isEqualTo("OV cell 3");
    // What the device did not give is absent, not null.
    assertThat(latest.has("insulation")).isFalse();
  }

  @Test
  void timeMayBeIsoWithAnOffset() {
    Instant instant = Instant.ofEpochMilli(now);
    String text = instant.atZone(ZoneId.of("America/Toronto")).toOffsetDateTime().toString();
    assertCounts(
        post("{\"battery\":\"%s\",\"ts\":\"%s\",\"soc\":5}".formatted(battery.code(), text)),
        1,
        0,
        0);
    assertThat(latest().get("ts").asLong()).isEqualTo(now);
  }

  @Test
  void timeMoreThanADayAheadIsRejectedWithItsReason() {
    long ahead = now + Duration.ofHours(24).toMillis() + 60_000;
    Answer answer =
        post("[%s,%s]".formatted(battery.sample(now, "soc", 40), battery.sample(ahead, "soc", 41)));
    assertCounts(answer, 1, 0, 1);
    assertThat(answer.json().at("/rejected/0/index").asInt()).isEqualTo(1);
    assertThat(answer.json().at("/rejected/0/reason").asText()).contains("24 h ahead");
    assertThat(latest().get("soc").asDouble()).isEqualTo(40);
  }

  @Test
  void timeAYearBeforeCommissioningIsRejectedWithItsReason() {
    long before = now - Duration.ofDays(367).toMillis();
    long after = now - Duration.ofDays(364).toMillis();
    Answer answer =
        post(
            "[%s,%s]"
                .formatted(battery.sample(before, "soc", 40), battery.sample(after, "soc", 41)));
    assertCounts(answer, 1, 0, 1);
    assertThat(answer.json().at("/rejected/0/index").asInt()).isZero();
    assertThat(answer.json().at("/rejected/0/reason").asText()).contains("commissioned");
  }

  @Test
  void timeMoreThanTwoMinutesAheadIsStoredButNotTheLatest() {
    post(battery.sample(now, "soc", 30));
    long ahead = now + Duration.ofMinutes(3).toMillis();
    assertCounts(post(battery.sample(ahead, "soc", 99)), 1, 0, 0);
    assertThat(latest().get("soc").asDouble()).isEqualTo(30);
    assertThat(times()).containsExactly(now, ahead);
    assertThat(
            http.get("/api/v1/live?batteries=" + battery.id(), portal.acme().readKey())
                .json()
                .at("/batteries/0/soc")
                .asDouble())
        .isEqualTo(30);
  }

  @Test
  void impossibleValueIsLeftOutWithAWarningAndTheRestIsKept() {
    Answer answer =
        post(
            "{\"battery\":\"%s\",\"ts\":%d,\"soc\":250,\"packVoltage\":48.2,\"fanSpeed\":7}"
                .formatted(battery.code(), now));
    assertCounts(answer, 1, 0, 0);
    assertThat(answer.json().get("warnings")).hasSize(1);
    assertThat(answer.json().at("/warnings/0/metric").asText()).isEqualTo("soc");
    assertThat(answer.json().at("/warnings/0/reason").asText()).contains("250");
    assertThat(latest().get("packVoltage").asDouble()).isEqualTo(48.2);
    assertThat(latest().get("fanSpeed").asDouble()).isEqualTo(7);
    assertThat(latest().has("soc")).isFalse();
  }

  @Test
  void sampleWithNothingTrueInItIsRejected() {
    assertCounts(post(battery.sample(now, "soc", -3)), 0, 0, 1);
    assertThat(portal.storedSamples(battery)).isZero();
  }

  @Test
  void olderSampleIsStoredWithoutMovingTheLatest() {
    post(battery.sample(now, "soc", 80));
    assertCounts(post(battery.sample(now - 3_600_000, "soc", 20)), 1, 0, 0);
    assertThat(latest().get("soc").asDouble()).isEqualTo(80);
    assertThat(times()).containsExactly(now - 3_600_000, now);
  }

  @Test
  void overlappingRequestsAtTheSameTimeCountEachSampleOnce() {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int from = i * 20;
      answers.add(CompletableFuture.supplyAsync(() -> post(array(from, from + 100))));
    }
    int accepted = 0;
    int duplicates = 0;
    for (CompletableFuture<Answer> answer : answers) {
      assertThat(answer.join().status()).isEqualTo(200);
      accepted += answer.join().json().get("accepted").asInt();
      duplicates += answer.join().json().get("duplicates").asInt();
    }
    assertThat(accepted).isEqualTo(240);
    assertThat(duplicates).isEqualTo(800 - 240);
    assertThat(portal.storedSamples(battery)).isEqualTo(240);
  }
}
