package ca.edsquebec.trackingbms.web.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** JSON with the key in the address, as devices made for ThingsBoard send it. */
@ExtendWith(PortalExtension.class)
class ThingsboardIT {

  private final Portal portal;
  private final PushPortal push;
  private final Http http;
  private final TestBattery battery;
  private final String path;
  private final long now = System.currentTimeMillis();

  ThingsboardIT(Portal portal) {
    this.portal = portal;
    this.push = new PushPortal(portal);
    this.http = portal.http();
    this.battery = portal.battery();
    this.path = "/api/v1/" + push.keyFor(battery) + "/telemetry";
  }

  private Answer post(String body) {
    return http.postJson(path, null, body);
  }

  private static void assertStored(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void valuesMayComeWithoutTheirTime() {
    assertStored(post("{\"voltage\":52.1,\"state_of_charge\":70}"));
    assertThat(push.latest(battery).get("packVoltage").asDouble()).isEqualTo(52.1);
    assertThat(push.latest(battery).get("ts").asLong()).isGreaterThanOrEqualTo(now);
  }

  @Test
  void valuesMayComeWithTheirTimeAndInNumbers() {
    assertStored(
        post(
            "[{\"ts\":%d,\"values\":{\"soc\":1}},{\"ts\":%d,\"values\":{\"soc\":2}}]"
                .formatted(now - 9000, now)));
    assertThat(push.latest(battery).get("soc").asDouble()).isEqualTo(2);
    assertThat(push.latest(battery).get("ts").asLong()).isEqualTo(now);
    assertThat(portal.storedSamples(battery)).isEqualTo(2);
  }

  @Test
  void badItemIsToldAndTheOthersAreStored() {
    Answer answer = post("[{\"soc\":5},7,{\"values\":{\"soc\":1}}]");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("status").asInt()).isEqualTo(400);
    assertThat(answer.json().get("message").asText())
        .contains("1 stored", "item 2: values must be an object", "item 3: ts must be epoch");
    Answer broken = post("[{\"soc\":6},");
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.json().get("message").asText()).contains("1 stored", "read to its end");
    assertThat(push.latest(battery).get("soc").asDouble()).isEqualTo(6);
  }

  @Test
  void attributesThatAreMeasurementsAreTaken() {
    String attributes = path.replace("telemetry", "attributes");
    assertStored(http.postJson(attributes, null, "{\"capacity\":100,\"firmware\":\"1.2\"}"));
    assertThat(push.latest(battery).get("fullCapacity").asDouble()).isEqualTo(100);
    assertThat(http.get(attributes + "?clientKeys=x", null).body()).isEqualTo("{}");
  }

  @Test
  void keyOfManyBatteriesNeedsTheirNames() {
    String many = "/api/v1/" + portal.acme().ingestKey() + "/telemetry";
    Answer unnamed = http.postJson(many, null, "{\"soc\":5}");
    assertThat(unnamed.status()).isEqualTo(400);
    assertThat(unnamed.json().get("message").asText()).contains("tell the battery's code");
    assertStored(http.postJson(many + "?battery=" + battery.code(), null, "{\"soc\":5}"));
    String named = "{\"battery\":\"%s\",\"soc\":6}".formatted(battery.code());
    assertStored(http.postJson(many, null, named));
    assertThat(push.latest(battery).get("soc").asDouble()).isEqualTo(6);
  }

  @Test
  void keyInTheAddressIsCheckedAndOnlySends() {
    Answer wrong = http.postJson("/api/v1/tbms_aaaaaaaaaaaa_x/telemetry", null, "{\"soc\":5}");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().get("errorCode").asInt()).isEqualTo(10);
    String read = "/api/v1/" + portal.acme().readKey() + "/telemetry";
    assertThat(http.postJson(read, null, "{\"soc\":5}").status()).isEqualTo(403);
  }

  @Test
  void sameNameOfAnotherClientIsAnotherBattery() {
    Map<String, TestBattery> pair = portal.pair();
    String query = "/telemetry?battery=" + pair.get("acme").code();
    String acme = "/api/v1/" + portal.acme().ingestKey() + query;
    String boreal = "/api/v1/" + portal.boreal().ingestKey() + query;
    assertStored(http.postJson(acme, null, "{\"soc\":11}"));
    assertStored(http.postJson(boreal, null, "{\"soc\":22}"));
    assertThat(push.latest(pair.get("acme")).get("soc").asDouble()).isEqualTo(11);
    assertThat(push.latest(pair.get("boreal")).get("soc").asDouble()).isEqualTo(22);
  }

  @Test
  void documentOfMillionsOfValuesIsRefused() {
    String huge = "{\"a\":[" + "1,".repeat(1_000_000) + "1]}";
    Answer answer = http.post(path, null, Http.JSON, Http.gzip(huge), "Content-Encoding", "gzip");
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(portal.storedSamples(battery)).isZero();
  }

  @TestFactory
  Stream<DynamicTest> documentsOfDbusSerialbatteryAreUnderstood() {
    Path own = VectorFiles.folder("push").resolve("documents.jsonl");
    Path full = VectorFiles.shared().resolve("bms/json-dbus-serialbattery.jsonl");
    return Stream.of(own, full)
        .filter(Files::exists)
        .flatMap(file -> VectorFiles.lines(file).stream())
        .map(vector -> dynamicTest(vector.get("id").asText(), () -> isUnderstood(vector)));
  }

  private void isUnderstood(JsonNode vector) {
    TestBattery one = portal.battery();
    String own = "/api/v1/" + push.keyFor(one) + "/telemetry";
    assertStored(http.postJson(own, null, vector.get("text").asText()));
    JsonNode stored = push.latest(one);
    vector
        .path("expected")
        .properties()
        .forEach(
            value ->
                assertThat(Http.parse(stored.get(value.getKey()).toString()))
                    .as(value.getKey())
                    .isEqualTo(like(stored.get(value.getKey()), value.getValue())));
    if (vector.has("alarm")) {
      assertThat(stored.at("/alarms/0/code").asText()).isEqualTo(vector.get("alarm").asText());
      assertThat(stored.at("/alarms/0/level").asText()).isEqualTo("critical");
    }
    JsonNode decoded = vector.path("decoded");
    if (decoded.has("voltage")) {
      assertThat(stored.get("packVoltage").asDouble()).isEqualTo(decoded.get("voltage").asDouble());
      assertThat(stored.get("current").asDouble()).isEqualTo(decoded.get("current").asDouble());
      assertThat(stored.get("soc").asDouble()).isEqualTo(decoded.get("soc").asDouble());
      assertThat(stored.get("fullCapacity").asInt()).isEqualTo(decoded.get("capacity").asInt());
      for (int i = 0; i < decoded.get("cell_count").asInt(); i++) {
        assertThat(stored.get("cellVoltages").get(i).asDouble())
            .isEqualTo(decoded.get("cells_V").get(i).asDouble());
      }
    }
  }

  // 80 and 80.0 are one number.
  private static JsonNode like(JsonNode stored, JsonNode expected) {
    boolean same = expected.isNumber() && stored.asDouble() == expected.asDouble();
    return Http.parse((same ? stored : expected).toString());
  }
}
