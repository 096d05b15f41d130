package ca.edsquebec.trackingbms.web;

import static ca.edsquebec.trackingbms.web.testkit.Problems.assertKeepsInsides;
import static ca.edsquebec.trackingbms.web.testkit.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.RecordedSession;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that no sender should send: a clear answer, and the good part kept and counted. */
@ExtendWith(PortalExtension.class)
class BadBodyIT {

  private static final String SAMPLES = "/api/v1/ingest/samples";
  private static final String FRAMES = "/api/v1/ingest/frames/foxbms";

  private final Portal portal;
  private final Http http;
  private final TestBattery battery;
  private final String key;
  private final long now = System.currentTimeMillis();

  BadBodyIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.battery = portal.battery();
    this.key = portal.acme().ingestKey();
  }

  private String good(int index) {
    return battery.sample(now - 1_000_000 + index * 1000L, "soc", 50);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // ---- samples

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[",
        "nul",
        "tru",
        "\"text\"",
        "12",
        "null",
        "<xml/>",
        "battery=1&ts=2",
        "{]",
        "[}",
        "{\"battery\":}",
        "[{},]",
        "NaN",
        "{\"battery\":\"a\" \"ts\":1}",
        "{'battery':'a'}"
      })
  void whatIsNotJsonOfOursIsRefused(String body) {
    Answer answer = http.postJson(SAMPLES, key, body);
    assertProblem(answer, 400);
    assertThat(answer.json().path("accepted").asInt(0)).isZero();
  }

  @Test
  void itemsOfWrongTypesAreRejectedOneByOne() {
    String body =
        """
        [1, "a", null, [], {}, %s,
         {"battery":5,"ts":%2$d,"soc":1}, {"battery":["%3$s"],"ts":%2$d,"soc":1},
         {"battery":null,"ts":%2$d,"soc":1}, {"battery":"","ts":%2$d,"soc":1},
         {"ts":%2$d,"soc":1}, {"battery":"%3$s","soc":1}, {"battery":"%3$s","ts":"now","soc":1},
         {"battery":"%3$s","ts":1.5,"soc":1}, {"battery":"%3$s","ts":{},"soc":1},
         {"battery":"%3$s","ts":%2$d,"soc":"full"}, {"battery":"%3$s","ts":%2$d,"soc":true},
         {"battery":"%3$s","ts":%2$d,"cellVoltages":3.2},
         {"battery":"%3$s","ts":%2$d,"cellVoltages":[3.2,"x"]},
         {"battery":"%3$s","ts":%2$d,"balancing":["yes"]},
         {"battery":"%3$s","ts":%2$d,"state":"running"},
         {"battery":"%3$s","ts":%2$d,"alarms":"all"}, {"battery":"%3$s","ts":%2$d,"alarms":[{}]},
         {"battery":"%3$s","ts":%2$d,"alarms":[{"code":"lowSoc","level":"loud"}]},
         {"battery":"%3$s","ts":%2$d}]
        """
            .formatted(good(1), now, battery.code());
    Answer answer = http.postJson(SAMPLES, key, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
    List<Integer> rejected =
        answer.json().get("rejected").findValues("index").stream().map(JsonNode::asInt).toList();
    List<Integer> allButTheGood = IntStream.range(0, 25).filter(i -> i != 5).boxed().toList();
    assertThat(rejected).isEqualTo(allButTheGood);
    answer.json().get("rejected").forEach(r -> assertThat(r.get("reason").asText()).isNotBlank());
    assertKeepsInsides(answer);
  }

  @Test
  void absurdTimesAreRejected() {
    String times =
        List.of(
                "0",
                "-1",
                "-9223372036854775808",
                "9223372036854775807",
                "99999999999999999999999",
                "\"+999999999-01-01T00:00:00Z\"",
                "\"2026-02-30T00:00:00Z\"",
                "\"2026-01-01\"")
            .stream()
            .map(ts -> "{\"battery\":\"%s\",\"ts\":%s,\"soc\":1}".formatted(battery.code(), ts))
            .collect(Collectors.joining(",", "[", "]"));
    Answer answer = http.postJson(SAMPLES, key, times);
    assertThat(answer.json().get("rejected")).as(answer.body()).hasSize(8);
    assertKeepsInsides(answer);
  }

  @Test
  void numbersBeyondAnyUseAreLeftOut() {
    String body =
        "[{\"battery\":\"%1$s\",\"ts\":%2$d,\"soc\":1e999999999,\"packVoltage\":-1e308,\"soh\":95,"
            + "\"huge\":1e400,\"%3$s\":1}]";
    Answer answer =
        http.postJson(SAMPLES, key, body.formatted(battery.code(), now, "n".repeat(300)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
    assertThat(answer.json().get("warnings")).hasSize(4);
    assertKeepsInsides(answer);
  }

  @Test
  void unknownBatteryAndAnotherClientsBatteryAreRejectedAlike() {
    String body =
        "[{\"battery\":\"NONE-1\",\"ts\":%1$d,\"soc\":1},{\"battery\":\"%2$s\",\"ts\":%1$d,\"soc\":1},%3$s]"
            .formatted(now, battery.id(), good(1));
    JsonNode answer = http.postJson(SAMPLES, key, body).json();
    assertThat(answer.get("accepted").asInt()).isEqualTo(1);
    assertThat(answer.at("/rejected/0/reason").asText()).isEqualTo("no battery \"NONE-1\"");
    assertThat(answer.at("/rejected/1/reason").asText())
        .isEqualTo("no battery \"" + battery.id() + "\"");
  }

  @Test
  void whatCameBeforeTheBreakIsKeptAndCounted() {
    for (String tail : List.of(",{\"battery\":", ",}", ",\u0000", "]]", "", ",nul]")) {
      TestBattery own = portal.battery();
      String body = "[" + own.sample(now, "soc", 1) + "," + own.sample(now + 1, "soc", 2) + tail;
      JsonNode problem = assertProblem(http.postJson(SAMPLES, key, body), 400);
      assertThat(problem.get("accepted").asInt()).as(tail).isEqualTo(2);
      assertThat(problem.get("detail").asText()).contains("item 2");
      assertThat(portal.storedSamples(own)).isEqualTo(2);
    }
  }

  @Test
  void badUtf8IsRefusedBehindTheGoodPart() {
    byte[] head = utf8("[" + good(1) + ",{\"battery\":\"");
    byte[] body = Arrays.copyOf(head, head.length + 4);
    body[head.length] = (byte) 0xFF;
    body[head.length + 1] = (byte) 0xC0;
    JsonNode problem = assertProblem(http.post(SAMPLES, key, Http.JSON, body), 400);
    assertThat(problem.get("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void zeroBytesAreRefused() {
    assertProblem(http.post(SAMPLES, key, Http.JSON, new byte[1000]), 400);
    assertProblem(http.post(FRAMES, key, Http.JSON, new byte[1000]), 400);
    byte[] badUtf32 = {0, 0, 0, '{', -1, -1, -1, -1, 0, 0, 0, 0};
    assertProblem(http.post(SAMPLES, key, Http.JSON, badUtf32), 400);
    assertProblem(http.post(FRAMES, key, Http.JSON, badUtf32), 400);
    String named = "{\"battery\":\"T-\\u0000\",\"ts\":%d,\"soc\":1}".formatted(now);
    assertThat(http.postJson(SAMPLES, key, named).json().get("rejected")).hasSize(1);
  }

  @Test
  void deepNestingIsRefused() {
    assertProblem(http.postJson(SAMPLES, key, "[".repeat(200_000)), 400);
    assertProblem(
        http.postJson(SAMPLES, key, "[" + good(1) + ",{\"a\":" + "[".repeat(200_000)), 400);
    assertProblem(http.postJson(FRAMES, key, "{\"frames\":" + "[".repeat(200_000)), 400);
    assertProblem(http.postJson(FRAMES, key, "{\"x\":" + "{\"y\":".repeat(100_000)), 400);
  }

  // ---- sizes and encodings

  @Test
  void bodyOfTwentyMegabytesIsRefusedAndItsSenderHearsWhy() {
    byte[] large = new byte[20 << 20];
    Arrays.fill(large, (byte) ' ');
    for (String path : List.of(SAMPLES, battery.framesPath())) {
      for (String type :
          path.equals(SAMPLES) ? List.of(Http.JSON) : List.of(Http.TEXT, Http.JSON)) {
        assertProblem(http.post(path, key, type, large), 413);
        assertProblem(
            http.post(
                path,
                key,
                type,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
            413);
      }
    }
  }

  @Test
  void halfOfAGzipIsRefusedAndWhatItHeldIsKept() {
    Random random = new Random(7);
    String body =
        IntStream.range(0, 2000)
            .mapToObj(i -> battery.sample(now - i * 1000L, "soc", random.nextInt(10_000) / 100.0))
            .collect(Collectors.joining(",", "[", "]"));
    byte[] whole = Http.gzip(body);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);

    Answer answer = http.post(SAMPLES, key, Http.JSON, half, "Content-Encoding", "gzip");

    JsonNode problem = assertProblem(answer, 400);
    assertThat(problem.get("accepted").asInt()).isBetween(100, 1900);
    assertThat(portal.storedSamples(battery)).isEqualTo(problem.get("accepted").asLong());
  }

  @Test
  void halfOfAGzippedRecordingIsRefusedAndWhatItHeldIsKept() {
    RecordedSession session = RecordedSession.onGrid(600, now);
    byte[] whole = Http.gzip(session.text(0, 600));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);

    Answer answer =
        http.post(battery.framesPath(), key, Http.TEXT, half, "Content-Encoding", "gzip");

    JsonNode problem = assertProblem(answer, 400);
    assertThat(problem.get("decoded").asInt()).isGreaterThan(500);
    assertThat(portal.storedSamples(battery)).isEqualTo(problem.get("samples").asLong());
  }

  @Test
  void gzipBombIsRefused() {
    for (String filler : List.of(" ", "\n")) {
      byte[] bomb = bomb(utf8(filler)[0]);
      assertThat(bomb.length).isLessThan(1 << 20);
      assertProblem(http.post(SAMPLES, key, Http.JSON, bomb, "Content-Encoding", "gzip"), 413);
      assertProblem(
          http.post(battery.framesPath(), key, Http.TEXT, bomb, "Content-Encoding", "gzip"), 413);
    }
    assertThat(http.get("/api/v1/health", null).status()).isEqualTo(200);
  }

  private static byte[] bomb(byte filler) {
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, filler);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      for (int i = 0; i < 200; i++) {
        gzip.write(block);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toByteArray();
  }

  @Test
  void encodingThatIsNotTrueIsRefused() {
    byte[] body = utf8(good(1));
    assertProblem(http.post(SAMPLES, key, Http.JSON, body, "Content-Encoding", "gzip"), 400);
    assertProblem(http.post(SAMPLES, key, Http.JSON, body, "Content-Encoding", "br"), 415);
    assertProblem(http.post(SAMPLES, key, Http.JSON, new byte[0], "Content-Encoding", "gzip"), 400);
  }

  @Test
  void senderThatHangsUpInTheMiddleIsNoErrorOfOurs() throws IOException {
    int before = errors();
    String request =
        "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n[%s,"
            .formatted(SAMPLES, key, good(1));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), http.base().getPort())) {
      socket.getOutputStream().write(utf8(request));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
    assertThat(errors()).isEqualTo(before);
  }

  private int errors() {
    return portal.log().split("request failed", -1).length;
  }

  // ---- frames

  @Test
  void candumpLineCutInTheMiddleCostsItself() {
    RecordedSession session = RecordedSession.onGrid(600, now);
    List<String> lines = session.lines(0, 60);
    String cut = lines.get(100).substring(0, 30);
    String body =
        String.join("\n", lines.subList(0, 100))
            + "\n"
            + cut
            + "\n"
            + String.join("\n", lines.subList(101, lines.size()));

    JsonNode receipt = http.postText(battery.framesPath(), key, body).json();

    assertThat(receipt.get("frames").asInt()).isEqualTo(lines.size());
    assertThat(receipt.get("invalidCount").asInt()).isEqualTo(1);
    assertThat(receipt.at("/invalid/0/offset").asInt()).isEqualTo(100);
    assertThat(receipt.at("/invalid/0/reason").asText()).isNotBlank();
    assertThat(receipt.get("durableUntil").asLong()).isEqualTo(session.at(55));
  }

  @Test
  void rubbishBetweenFramesCostsItself() {
    RecordedSession session = RecordedSession.onGrid(600, now);
    String rubbish = "\u0000\u0000\u0000\nhello\n(x) can0 1#\n\uFFFF\n(1.0) can0 233#0G\n";
    String body = session.text(0, 30) + rubbish + session.text(30, 60);

    JsonNode receipt = http.postText(battery.framesPath(), key, body).json();

    int good = session.lines(0, 60).size();
    assertThat(receipt.get("frames").asInt()).isEqualTo(good + 5);
    assertThat(receipt.get("invalidCount").asInt() + receipt.get("ignored").asInt())
        .isGreaterThanOrEqualTo(5);
    assertThat(receipt.get("durableUntil").asLong()).isEqualTo(session.at(55));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "5",
        "{",
        "{\"frames\":5}",
        "{\"frames\":{}}",
        "{\"frames\":\"x\"}",
        "{\"lines\":null}",
        "{\"battery\":5,\"frames\":[]}",
        "{\"battery\":{},\"frames\":[]}",
        "{\"battery\":[\"x\"],\"frames\":[]}",
        "{\"battery\":\"\",\"frames\":[]}",
        "{\"frames\":[",
        "{\"battery\":true,\"frames\":[]}"
      })
  void framesThatAreNotJsonOfOursAreRefused(String body) {
    String path = body.contains("battery") ? FRAMES : battery.framesPath();
    assertProblem(http.postJson(path, key, body), 400);
  }

  @Test
  void wrongItemsAmongJsonFramesCostThemselves() {
    String items =
        """
        1,"x",null,{},[],[1],[1,2,3],["1","233","00"],[1.5,"233","00"],[-1,"233","00"],
        [99999999999999999999,"233","00"],[9223372036854775807,"233","00"],[1,"ZZZ","00"],
        [1,"FFFFFFFFF","00"],[1,"233","0"],[1,"233","GG"],[1,"233","000102030405060708"]
        """;
    Answer answer = http.postJson(battery.framesPath(), key, "{\"frames\":[" + items + "]}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("frames").asInt()).isEqualTo(17);
    assertThat(answer.json().get("invalidCount").asInt()).isEqualTo(17);
    assertKeepsInsides(answer);
  }

  @Test
  void framesOfNobodyAreRefused() {
    assertProblem(http.postText(FRAMES, key, "x"), 400);
    assertProblem(http.postText(FRAMES + "?battery=", key, "x"), 400);
    assertProblem(http.postText(FRAMES + "?battery=NONE-1", key, "x"), 404);
    assertProblem(http.postText(FRAMES + "?battery=%00", key, "x"), 404);
    assertProblem(http.postText(FRAMES + "?battery=" + battery.id(), key, "x"), 404);
    assertProblem(
        http.postText("/api/v1/ingest/frames/nothing?battery=" + battery.code(), key, "x"), 404);
    assertProblem(http.postJson(FRAMES, key, "{\"frames\":[]}"), 400);
    assertProblem(http.postJson(FRAMES, key, "{\"battery\":\"NONE-1\",\"frames\":[]}"), 404);
  }
}
