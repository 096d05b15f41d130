package ca.edsquebec.trackingbms.web.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The input API of emoncms. */
@ExtendWith(PortalExtension.class)
class EmoncmsIT {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Portal portal;
  private final PushPortal push;
  private final Http http;
  private final TestBattery battery;
  private final String key;
  private final long now = System.currentTimeMillis() / 1000;

  EmoncmsIT(Portal portal) {
    this.portal = portal;
    this.push = new PushPortal(portal);
    this.http = portal.http();
    this.battery = portal.battery();
    this.key = portal.acme().ingestKey();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private Answer get(String path) {
    return http.get("/emoncms/input/" + path + "&apikey=" + key, null);
  }

  private Answer form(String path, String body) {
    return http.post("/emoncms/input/" + path, null, FORM, body.getBytes(UTF_8));
  }

  private static void assertOk(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("ok");
  }

  private double latest(String name) {
    return push.latest(battery).get(name).asDouble();
  }

  @Test
  void valuesMayComeInEachOfItsForms() {
    String code = battery.code();
    Answer full =
        get("post?node=" + code + "&fulljson=" + encoded("{\"voltage\":52.83,\"soc\":83.9}"));
    assertThat(full.body()).isEqualTo("{\"success\":true}");
    assertThat(latest("packVoltage")).isEqualTo(52.83);
    assertOk(get("post.json?node=" + code + "&json=" + encoded("{current:-5.5,soc:80}")));
    assertThat(latest("current")).isEqualTo(-5.5);
    assertOk(get("post/" + code + "?csv=100,200"));
    assertThat(latest("input2")).isEqualTo(200);
    assertThat(latest("soc")).isEqualTo(80);
  }

  @Test
  void formMayHoldTheKey() {
    assertOk(
        form(
            "post", "node=%s&data={voltage:48.5,soc:70}&apikey=%s".formatted(battery.code(), key)));
    assertThat(latest("packVoltage")).isEqualTo(48.5);
    Answer wrong = form("post", "node=%s&data={soc:1}&apikey=nope".formatted(battery.code()));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().get("success").asBoolean(true)).isFalse();
    assertThat(wrong.json().get("message").asText()).isNotBlank();
  }

  @Test
  void timeIsTakenFromTheAddressOrTheDocument() {
    String code = battery.code();
    get("post?node=" + code + "&time=" + (now - 7) + "&fulljson=" + encoded("{\"soc\":1}"));
    assertThat(push.latest(battery).get("ts").asLong()).isEqualTo((now - 7) * 1000);
    get("post?node=" + code + "&fulljson=" + encoded("{\"time\":" + (now - 3) + ",\"soc\":2}"));
    assertThat(push.latest(battery).get("ts").asLong()).isEqualTo((now - 3) * 1000);
    Answer wrong = get("post?node=" + code + "&time=yesterday&fulljson=" + encoded("{\"soc\":1}"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().get("message").asText()).contains("yesterday", "seconds since 1970");
  }

  @Test
  void bulkCountsItsSecondsAsItSays() {
    String code = battery.code();
    String data =
        "[[-10,\"%s\",{\"soc\":60}],[-4,\"%s\",{\"soc\":61}],[0,\"%s\",{\"soc\":62}]]"
            .formatted(code, code, code);
    assertOk(form("bulk", "apikey=%s&time=%d&data=%s".formatted(key, now - 20, encoded(data))));
    assertThat(push.latest(battery).get("ts").asLong()).isEqualTo((now - 20) * 1000);
    assertThat(latest("soc")).isEqualTo(62);
    assertOk(form("bulk.json", "apikey=%s&sentat=0&data=%s".formatted(key, encoded(data))));
    assertThat(push.latest(battery).get("ts").asLong()).isBetween(now * 1000, now * 1000 + 30_000);
  }

  @Test
  void badItemIsToldAndTheOthersAreStored() {
    String data = "[[0,\"%s\",{\"soc\":60}],[0,\"nope\",1],[0]]".formatted(battery.code());
    Answer answer = form("bulk", "apikey=%s&data=%s".formatted(key, encoded(data)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("message").asText())
        .contains("item 2: no battery is called so (node \"nope\")", "item 3: an item is");
    assertThat(latest("soc")).isEqualTo(60);
  }

  @Test
  void homeAssistantNamesTheBatteryInEachEntity() {
    String pack = push.slug(battery);
    String json =
        "{\"sensor.%s_total_voltage\":52.1,\"sensor.%s_state_of_charge\":71}".formatted(pack, pack);
    Answer answer = form("post.json", "node=1&fulljson=" + encoded(json) + "&apikey=" + key);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(latest("packVoltage")).isEqualTo(52.1);
    assertThat(latest("soc")).isEqualTo(71);
  }

  @Test
  void sameNodeOfAnotherClientIsAnotherBattery() {
    Map<String, TestBattery> pair = portal.pair();
    String body = "node=%s&data={soc:%s}&apikey=%s";
    String code = pair.get("acme").code();
    assertOk(form("post", body.formatted(code, 11, key)));
    assertOk(form("post", body.formatted(code, 22, portal.boreal().ingestKey())));
    assertThat(push.latest(pair.get("acme")).get("soc").asDouble()).isEqualTo(11);
    assertThat(push.latest(pair.get("boreal")).get("soc").asDouble()).isEqualTo(22);
  }

  @Test
  void badInputIsToldAsEmoncmsDoes() {
    String code = battery.code();
    for (String query :
        List.of(
            "post?node=" + code,
            "post?node=" + code + "&fulljson=" + encoded("{\"a\":"),
            "post?node=" + code + "&fulljson=" + encoded("[1]"),
            "post?node=" + code + "&csv=1,x",
            "post?node=" + code + "&json=voltage",
            "bulk?x=1",
            "bulk?data=" + encoded("{}"),
            "bulk?sentat=x&data=" + encoded("[[0,1,2]]"))) {
      Answer answer = get(query);
      assertThat(answer.status()).as(query + answer.body()).isEqualTo(400);
      assertThat(answer.json().get("success").asBoolean(true)).isFalse();
      assertThat(answer.json().get("message").asText()).as(query).isNotBlank();
    }
    Answer large = form("post?apikey=" + key, "data={" + "a:1,".repeat(80_000) + "b:2}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.json().get("message").asText()).contains("256 KiB");
    assertThat(portal.storedSamples(battery)).isZero();
  }

  @TestFactory
  Stream<DynamicTest> recordedRequestsAreAnsweredAsTheySay() {
    Path own = VectorFiles.folder("push").resolve("emoncms.jsonl");
    Path full = VectorFiles.shared().resolve("bms/push-emoncms.jsonl");
    return Stream.of(own, full)
        .filter(Files::exists)
        .flatMap(file -> VectorFiles.lines(file).stream())
        .map(vector -> dynamicTest(vector.get("id").asText(), () -> isAnswered(vector)));
  }

  // For one battery the key is enough: the nodes of the recordings are nobody's.
  private void isAnswered(JsonNode vector) {
    TestBattery one = portal.battery();
    String own = push.keyFor(one);
    String path = "/emoncms" + query(vector.get("path").asText().replace("KEY", own));
    Answer answer =
        vector.get("method").asText().equals("GET")
            ? http.get(path, null)
            : http.post(
                path, null, FORM, vector.get("body").asText().replace("KEY", own).getBytes(UTF_8));
    JsonNode expected = vector.get("decoded");
    if (expected.has("error")) {
      assertThat(answer.json().get("message").asText()).isEqualTo(expected.get("error").asText());
    } else if (vector.get("id").asText().equals("em-bulk-time")) {
      // Of 2013, and of three nodes.
      assertThat(answer.json().get("message").asText()).contains("item 1", "item 2", "node \"17\"");
    } else {
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      JsonNode stored = push.latest(one);
      JsonNode inputs = expected.isArray() ? expected.at("/0/inputs") : expected.get("inputs");
      inputs
          .properties()
          .forEach(
              input ->
                  assertThat(stored.get(named(input.getKey())).asDouble())
                      .isEqualTo(input.getValue().asDouble()));
    }
  }

  private static String named(String input) {
    return switch (input) {
      case "voltage" -> "packVoltage";
      case "1", "2", "3" -> "input" + input;
      default -> input;
    };
  }

  private static String query(String path) {
    return path.replace("{", "%7B")
        .replace("}", "%7D")
        .replace("\"", "%22")
        .replace("[", "%5B")
        .replace("]", "%5D");
  }
}
