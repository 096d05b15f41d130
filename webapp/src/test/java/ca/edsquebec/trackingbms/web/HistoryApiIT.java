package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.telemetry.Sealing;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** History by samples, hours, days and months, as programs outside read it. */
@ExtendWith(PortalExtension.class)
class HistoryApiIT {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long STEP = 10_000;
  private static final int SPIKE = 99;

  private final Portal portal;
  private final Http http;
  private final TestBattery battery;
  private final TestBattery namesake;
  private final String key;
  private final long now = System.currentTimeMillis();

  /** Start of the running hour. */
  private final long running = now / HOUR * HOUR;

  HistoryApiIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    Map<String, TestBattery> pair = portal.pair();
    this.battery = pair.get("acme");
    this.namesake = pair.get("boreal");
    this.key = portal.acme().readKey();
  }

  /** Three hours of 36 A, of which one is missing before the last; a spike; the running hour. */
  @BeforeEach
  void aBatteryThatCharges() {
    for (int hoursAgo : new int[] {5, 4, 2}) {
      long start = running - hoursAgo * HOUR;
      post(
          LongStream.range(0, HOUR / STEP)
              .mapToObj(i -> sample(start + i * STEP, hoursAgo == 4 && i == 77 ? SPIKE : 50))
              .collect(Collectors.joining(",", "[", "]")));
    }
    post(sample(now, 40));
  }

  private String sample(long ts, int soc) {
    return "{\"battery\":\"%s\",\"ts\":%d,\"soc\":%d,\"current\":36,\"packVoltage\":50,\"cellVoltages\":[3.2,%s]}"
        .formatted(battery.code(), ts, soc, soc == SPIKE ? "3.6" : "3.3");
  }

  private void post(String body) {
    Answer answer = http.postJson("/api/v1/ingest/samples", portal.acme().ingestKey(), body);
    assertThat(answer.json().at("/accepted").asInt()).as(answer.body()).isPositive();
  }

  private String path(String query) {
    return battery.path(
        "/history?from=%d&to=%d&metrics=soc,current%s"
            .formatted(running - 6 * HOUR, now + 1, query));
  }

  private JsonNode history(String query) {
    Answer answer = http.get(path(query), key);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private void seal() {
    Databases databases = portal.installation().databases();
    Clock clock = Clock.systemUTC();
    Fleet fleet =
        new Fleet(
            databases.tenantDatabase(),
            (connector, settings) -> {},
            TestAudit.of(databases, clock),
            clock);
    Sealing sealing =
        new Sealing(
            databases.tenantDatabase(),
            databases.registry(),
            new BatteryDirectory(fleet, clock),
            clock);
    assertThat(sealing.seal(portal.acme().tenant()).orElseThrow().hours()).isPositive();
  }

  private void damageFirstHour() throws SQLException {
    portal
        .installation()
        .access()
        .execute(
            ("UPDATE `%s`.sample_chunk"
                    + " SET data = INSERT(data, 40, 1, CHAR(ORD(SUBSTRING(data, 40, 1)) ^ 1))"
                    + " WHERE battery_id = %d AND t0 = %d")
                .formatted(
                    portal.installation().databaseOf("acme"), battery.row(), running - 5 * HOUR));
  }

  // ---- resolutions

  @Test
  void hoursHaveMeansExtremesThroughputAndTheRunningHour() {
    JsonNode hours = history("&resolution=hour");
    assertThat(hours.get("resolution").asText()).isEqualTo("hour");
    assertThat(numbers(hours.get("t")))
        .isEqualTo(
            LongStream.of(5, 4, 3, 2, 1, 0)
                .mapToObj(ago -> Long.toString(running - ago * HOUR))
                .collect(Collectors.joining(",")));
    assertThat(numbers(hours.at("/metrics/soc/min"))).isEqualTo("50,50,null,50,null,40");
    assertThat(numbers(hours.at("/metrics/soc/max"))).isEqualTo("50,99,null,50,null,40");
    assertThat(numbers(hours.at("/metrics/soc/last"))).isEqualTo("50,50,null,50,null,40");
    assertThat(hours.at("/metrics/soc/mean/1").asDouble()).isBetween(50.1, 50.2);
    assertThat(hours.at("/metrics/soc/unit").asText()).isEqualTo("%");
    assertThat(hours.at("/throughput/chargeIn/1").asDouble()).isEqualTo(36);
    assertThat(hours.at("/throughput/chargeOut/1").asDouble()).isZero();
    assertThat(hours.at("/throughput/energyIn/1").asDouble()).isEqualTo(1_800);
    assertThat(hours.at("/throughput/energyIn/2").isNull()).isTrue();
    assertThat(hours.at("/provisional/2").isNull()).isTrue();
    assertThat(hours.at("/provisional/5").asBoolean()).isTrue();
    assertThat(hours.at("/bucketCoverage/1").asDouble()).isEqualTo(1);
    assertThat(hours.at("/bucketCoverage/2").isNull()).isTrue();
    assertThat(hours.get("coverage").asDouble()).isBetween(0.4, 0.55);
    assertThat(hours.get("gaps").toString())
        .isEqualTo(
            "[[%d,%d],[%d,%d]]"
                .formatted(running - 3 * HOUR, running - 2 * HOUR, running - HOUR, running));
  }

  @ParameterizedTest
  @ValueSource(strings = {"raw&maxPoints=20", "raw", "hour", "day", "month"})
  void theSpikeIsThereAtEveryResolution(String resolution) {
    JsonNode soc = history("&resolution=" + resolution).at("/metrics/soc");
    String column = numbers(soc.has("value") ? soc.get("value") : soc.get("max"));
    assertThat(column.split(",")).contains("99");
  }

  @Test
  void everySampleIsThereWhenNothingLimitsThem() {
    JsonNode raw = history("&resolution=raw");
    assertThat(raw.get("resolution").asText()).isEqualTo("raw");
    assertThat(raw.get("t")).hasSize(3 * 360 + 1);
    assertThat(raw.at("/metrics/soc/value")).hasSize(3 * 360 + 1);
    assertThat(numbers(raw.at("/metrics/current/value"))).doesNotContain("null");
    assertThat(raw.get("gaps")).hasSize(2);
    assertThat(raw.get("coverage").asDouble()).isBetween(0.4, 0.55);
    assertThat(raw.has("damaged")).isFalse();
  }

  @Test
  void samplesThatAreThinnedHaveAnEmptyRowInEachGap() {
    JsonNode thinned = history("&resolution=raw&maxPoints=100");
    assertThat(thinned.get("t").size()).isBetween(20, 102);
    assertThat(numbers(thinned.at("/metrics/soc/value")).split("null", -1)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "1, '', raw",
    "1, '&maxPoints=24', day",
    "1, '&maxPoints=30', hour",
    "10, '', raw",
    "40, '', hour",
    "60, '', day",
    "3000, '', day",
    "3000, '&maxPoints=100', month"
  })
  void autoTakesTheFinestThatFits(int days, String more, String expected) {
    String query = "/history?metrics=soc&from=%d%s".formatted(now - 24L * days * HOUR, more);
    JsonNode history = http.get(battery.path(query), key).json();
    assertThat(history.get("resolution").asText()).isEqualTo(expected);
    assertThat(history.get("t")).isNotEmpty();
  }

  @Test
  void moreBucketsThanPointsAreRefusedAndWhatFitsIsNamed() {
    Answer answer = http.get(path("&resolution=hour&maxPoints=4"), key);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("maxPoints");
    assertThat(answer.json().get("detail").asText())
        .contains("maxPoints 4")
        .contains("resolution=day")
        .contains("maxPoints=6");
    assertThat(history("&resolution=hour&maxPoints=6").get("t")).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"minute", "HOUR", "hours", "5m", ""})
  void otherResolutionsAreRefusedWithThoseThereAre(String resolution) {
    Answer answer = http.get(path("&resolution=" + resolution), key);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("resolution");
    assertThat(answer.json().get("detail").asText())
        .endsWith("allowed: auto, raw, hour, day, month");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/history?resolution=raw", "/history?resolution=hour", "/history?resolution=day",
        "/history?resolution=month", "/history", "/cells"
      })
  void anotherClientsBatteryDoesNotExist(String path) {
    assertThat(http.get(namesake.path(path), key).status()).isEqualTo(404);
    assertThat(http.get(namesake.path(path), key, "If-None-Match", "*").status()).isEqualTo(404);
    JsonNode theirs = http.get(namesake.path(path), portal.boreal().readKey()).json();
    assertThat(theirs.get("t")).isEmpty();
  }

  @Test
  void sealingChangesNothingOfTheData() {
    String raw = http.get(path("&resolution=raw"), key).body();
    String thinned = http.get(path("&resolution=raw&maxPoints=50"), key).body();
    JsonNode hours = history("&resolution=hour");
    JsonNode days = history("&resolution=day");
    String cells = http.get(battery.path("/cells?to=" + (now + 1)), key).body();
    seal();
    assertThat(portal.storedSamples(battery)).isLessThan(3 * 360);
    assertThat(http.get(path("&resolution=raw"), key).body()).isEqualTo(raw);
    assertThat(http.get(path("&resolution=raw&maxPoints=50"), key).body()).isEqualTo(thinned);
    assertThat(http.get(battery.path("/cells?to=" + (now + 1)), key).body()).isEqualTo(cells);
    for (String part : new String[] {"t", "metrics", "throughput", "bucketCoverage", "gaps"}) {
      assertThat(history("&resolution=hour").get(part)).as(part).isEqualTo(hours.get(part));
      assertThat(history("&resolution=day").get(part)).as(part).isEqualTo(days.get(part));
    }
    assertThat(numbers(history("&resolution=hour").get("provisional")))
        .isEqualTo("false,false,null,false,null,true");
  }

  // ---- damage

  @Test
  void damagedHoursAreNamedAndTheRestIsServed() throws SQLException {
    seal();
    damageFirstHour();
    String hour = "[[%d,%d]]".formatted(running - 5 * HOUR, running - 4 * HOUR);
    JsonNode raw = history("&resolution=raw");
    assertThat(raw.get("damaged").toString()).isEqualTo(hour);
    assertThat(raw.get("t")).hasSize(2 * 360 + 1);
    assertThat(history("&resolution=raw&maxPoints=50").get("damaged").toString()).isEqualTo(hour);
    JsonNode cells = http.get(battery.path("/cells"), key).json();
    assertThat(cells.get("damaged").toString()).isEqualTo(hour);
    assertThat(cells.get("t")).hasSize(2 * 360 + 1);
    assertThat(history("&resolution=hour").at("/metrics/soc/mean/0").asInt()).isEqualTo(50);
  }

  // ---- cells

  @Test
  void cellsAreThinnedWithTheirExtremes() {
    JsonNode all = http.get(battery.path("/cells"), key).json();
    assertThat(all.get("t")).hasSize(3 * 360 + 1);
    JsonNode few = http.get(battery.path("/cells?maxPoints=20"), key).json();
    assertThat(few.get("t").size()).isEqualTo(few.get("cellVoltages").size()).isBetween(3, 20);
    assertThat(few.get("cellVoltages").toString()).contains("[3.2,3.6]");
    assertThat(few.get("coverage")).isEqualTo(all.get("coverage"));
  }

  // ---- known answers

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/history?resolution=raw&", "/history?maxPoints=50&", "/history?resolution=hour&",
        "/history?resolution=day&", "/history?resolution=month&", "/cells?"
      })
  void whoKnowsTheAnswerGetsNoneUntilSomethingArrives(String question) {
    String path = battery.path(question + "from=%d&to=%d".formatted(running - 6 * HOUR, now + 1));
    Answer first = http.get(path, key);
    String tag = first.header("ETag");
    assertThat(tag).startsWith("W/\"");
    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    Answer known = http.get(path, key, "If-None-Match", "\"other\", " + tag);
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.bytes()).isEmpty();
    assertThat(known.header("ETag")).isEqualTo(tag);
    assertThat(known.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(known.header("Vary")).contains("Accept-Encoding");

    post(sample(running - 5 * HOUR + 1_234, 51));
    Answer late = http.get(path, key, "If-None-Match", tag);
    assertThat(late.status()).isEqualTo(200);
    assertThat(late.header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void anotherQuestionHasAnotherTag() {
    Stream<String> questions =
        Stream.of(
            "",
            "&resolution=raw",
            "&maxPoints=1000",
            "&maxPoints=999",
            "&resolution=hour",
            "&resolution=day",
            "&resolution=day&maxPoints=9");
    assertThat(questions.map(question -> http.get(path(question), key).header("ETag")))
        .hasSize(7)
        .doesNotHaveDuplicates();
    assertThat(http.get(path("").replace("soc,current", "soc"), key).header("ETag"))
        .isNotEqualTo(http.get(path(""), key).header("ETag"));
  }

  @Test
  void noSampleIsReadForWhoKnowsTheAnswer() throws SQLException {
    seal();
    damageFirstHour();
    String tag = http.get(path("&maxPoints=50"), key).header("ETag");
    int told = damageTold();
    assertThat(told).isPositive();
    Answer known = http.get(path("&maxPoints=50"), key, "If-None-Match", tag);
    assertThat(known.status()).isEqualTo(304);
    assertThat(damageTold()).isEqualTo(told);
  }

  /** So often was the damaged hour stumbled over. */
  private int damageTold() {
    return portal.log().split("chunk of battery " + battery.row() + " ", -1).length - 1;
  }

  @ParameterizedTest
  @ValueSource(strings = {"&resolution=raw", "&maxPoints=50", "&resolution=hour"})
  void compressedIsTheSameUnderTheSameTag(String question) {
    Answer plain = http.get(path(question), key);
    Answer gzipped = http.get(path(question), key, "Accept-Encoding", "gzip");
    assertThat(gzipped.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(gzipped.headers().allValues("Vary")).containsExactly("Accept-Encoding");
    assertThat(plain.headers().allValues("Vary")).containsExactly("Accept-Encoding");
    assertThat(Http.gunzip(gzipped.bytes())).isEqualTo(plain.body());
    assertThat(gzipped.header("ETag")).isEqualTo(plain.header("ETag"));
  }

  private static String numbers(JsonNode column) {
    StringBuilder text = new StringBuilder();
    column.forEach(value -> text.append(text.length() == 0 ? "" : ",").append(value.asText()));
    return text.toString();
  }
}
