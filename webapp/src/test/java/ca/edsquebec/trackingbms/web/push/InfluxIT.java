package ca.edsquebec.trackingbms.web.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** InfluxDB's write paths, of both versions. */
@ExtendWith(PortalExtension.class)
class InfluxIT {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String V1 = "/influx/write?db=home&precision=ms";
  private static final String V2 = "/influx/api/v2/write?org=o&bucket=b&precision=ms";

  private final Portal portal;
  private final PushPortal push;
  private final Http http;
  private final TestBattery battery;
  private final long now = System.currentTimeMillis();

  InfluxIT(Portal portal) {
    this.portal = portal;
    this.push = new PushPortal(portal);
    this.http = portal.http();
    this.battery = portal.battery();
  }

  private Answer write(String body) {
    return http.post(V1, portal.acme().ingestKey(), FORM, body.getBytes(UTF_8));
  }

  private String line(String fields, long time) {
    return "battery,device=%s %s %d".formatted(battery.code(), fields, time);
  }

  private static void assertStored(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    assertThat(answer.bytes()).isEmpty();
  }

  @Test
  void pointBecomesASampleOfTheBatteryThatItsTagNames() {
    assertStored(
        write(line("voltage=52.83,soc=83.9,cell_voltage_1=3.301,cell_voltage_2=3299i", now)));
    assertThat(push.latest(battery).get("packVoltage").asDouble()).isEqualTo(52.83);
    assertThat(push.latest(battery).get("soc").asDouble()).isEqualTo(83.9);
    assertThat(push.latest(battery).get("cellVoltages").toString()).isEqualTo("[3.301,3.299]");
    assertThat(push.latest(battery).get("ts").asLong()).isEqualTo(now);
  }

  @Test
  void keyIsTakenWhereClientsHaveIt() {
    String key = portal.acme().ingestKey();
    byte[] body = line("soc=50", now).getBytes(UTF_8);
    String basic = Base64.getEncoder().encodeToString(("user:" + key).getBytes(UTF_8));
    for (String header : List.of("Token " + key, "Bearer " + key, "Basic " + basic)) {
      assertStored(http.post(V2, null, Http.TEXT, body, "Authorization", header));
    }
    assertStored(http.post(V1 + "&u=any&p=" + key, null, FORM, body));
    for (String path : List.of(V1, V2, V1 + "&u=any&p=wrong")) {
      Answer refused = http.post(path, null, FORM, body);
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.json().get("code").asText()).isEqualTo("unauthorized");
      assertThat(refused.json().get("error").asText()).isNotBlank();
    }
  }

  @Test
  void keyThatTravelsInAnAddressReadsNothing() {
    String key = portal.acme().key();
    assertThat(http.get("/api/v1/batteries?p=" + key, null).status()).isEqualTo(401);
    assertThat(http.get("/api/v1/batteries", key).status()).isEqualTo(200);
    assertThat(http.get("/api/v1/batteries", null, "Authorization", "Token " + key).status())
        .isEqualTo(401);
  }

  @Test
  void readKeyMayNotWrite() {
    Answer answer =
        http.post(V2, portal.acme().readKey(), Http.TEXT, line("soc=5", now).getBytes(UTF_8));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("code").asText()).isEqualTo("forbidden");
  }

  @Test
  void sameNameOfAnotherClientIsAnotherBattery() {
    Map<String, TestBattery> pair = portal.pair();
    String code = pair.get("acme").code();
    assertStored(write("b,device=%s soc=11 %d".formatted(code, now)));
    byte[] theirs = "b,device=%s soc=22 %d".formatted(code, now).getBytes(UTF_8);
    assertStored(http.post(V1, portal.boreal().ingestKey(), FORM, theirs));
    assertThat(push.latest(pair.get("acme")).get("soc").asDouble()).isEqualTo(11);
    assertThat(push.latest(pair.get("boreal")).get("soc").asDouble()).isEqualTo(22);
  }

  @Test
  void newlineAndNothingAreAnsweredAsIfTheyWereStored() {
    assertStored(write("\n"));
    assertStored(write(""));
    assertStored(http.post(V2, portal.acme().ingestKey(), Http.TEXT, new byte[0]));
  }

  @Test
  void goodLinesAreStoredBeforeTheBadOnesAreTold() {
    String body =
        "# comment\n%s\n\nbattery,device=%s v=abc\n%s\n"
            .formatted(line("soc=40", now - 1000), battery.code(), line("soc=41", now));
    Answer answer = write(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("error").asText())
        .startsWith("partial write: line 4: unable to parse 'battery,device=")
        .endsWith("invalid number dropped=1");
    assertThat(push.latest(battery).get("soc").asDouble()).isEqualTo(41);
  }

  @Test
  void batteryThatNobodyKnowsIsToldWithItsLine() {
    Answer answer = write("battery,device=nope soc=1 %d".formatted(now));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("error").asText())
        .contains(
            "line 1", "tag device \"nope\"", "measurement \"battery\"", "tell the battery's code");
  }

  @Test
  void gzipIsUnpackedAndABombIsNot() {
    String key = portal.acme().ingestKey();
    String[] zipped = {"Content-Encoding", "gzip"};
    assertStored(http.post(V1, key, Http.TEXT, Http.gzip(line("soc=33", now)), zipped));
    assertThat(push.latest(battery).get("soc").asDouble()).isEqualTo(33);
    byte[] bomb = Http.gzip("#".repeat(17 << 20));
    Answer refused = http.post(V1, key, Http.TEXT, bomb, zipped);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.json().get("code").asText()).isEqualTo("request too large");
    Answer damaged = http.post(V1, key, Http.TEXT, "no gzip".getBytes(UTF_8), zipped);
    assertThat(damaged.status()).isEqualTo(400);
    assertThat(damaged.json().get("error").asText()).contains("gzip");
  }

  @Test
  void fieldsThatComeOneByOneAreMerged() {
    assertStored(write(line("voltage=51.2", now - 30_000)));
    assertStored(write(line("current=-10", now - 20_000)));
    assertStored(write(line("soc=70", now)));
    assertThat(push.latest(battery).get("packVoltage").asDouble()).isEqualTo(51.2);
    assertThat(push.latest(battery).get("current").asDouble()).isEqualTo(-10);
    assertThat(push.latest(battery).get("power").asDouble()).isEqualTo(-512);
    assertThat(push.latest(battery).get("soc").asDouble()).isEqualTo(70);
    assertThat(push.latest(battery).has("soh")).isFalse();
  }

  @Test
  void whatComesLaterOfTheSameSecondIsNotLost() {
    assertStored(write(line("voltage=51.2", now)));
    assertStored(write(line("soc=70", now)));
    assertStored(write(line("current=5", now - 500)));
    assertThat(push.latest(battery).get("current").asDouble()).isEqualTo(5);
    assertThat(push.latest(battery).get("soc").asDouble()).isEqualTo(70);
    assertThat(portal.storedSamples(battery)).isEqualTo(3);
  }

  @Test
  void repeatedRequestStoresNothingMore() {
    String body = line("voltage=51.2", now - 12_000) + "\n" + line("voltage=51.3", now - 1000);
    assertStored(write(body));
    long stored = portal.storedSamples(battery);
    assertStored(write(body));
    assertThat(portal.storedSamples(battery)).isEqualTo(stored);
  }

  @Test
  void hoursOfBacklogAreStoredAndNotShown() {
    assertStored(write(line("soc=70", now)));
    assertStored(write(line("soc=20", now - 7_200_000)));
    assertStored(write(line("soc=20", now - 7_200_000)));
    assertThat(push.latest(battery).get("soc").asDouble()).isEqualTo(70);
    assertThat(portal.storedSamples(battery)).isEqualTo(2);
  }

  @Test
  void timeThatCannotBeIsTold() {
    Answer answer = write(line("soc=70", now * 1_000_000));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("error").asText()).contains("line 1", "out of range");
    Answer ahead = write(line("soc=70", now + 90_000_000));
    assertThat(ahead.json().get("error").asText()).contains("line 1", "24 h ahead");
    Answer precision =
        http.post("/influx/write?precision=y", portal.acme().ingestKey(), FORM, new byte[0]);
    assertThat(precision.status()).isEqualTo(400);
    assertThat(precision.json().get("error").asText()).contains("invalid precision \"y\"");
  }

  @Test
  void valueThatCannotBeIsLeftOutAndToldInAHeader() {
    Answer answer = write(line("soc=250,voltage=50", now));
    assertStored(answer);
    assertThat(answer.header("X-Warning")).contains("line 1: soc: 250.0 is not within");
    assertThat(push.latest(battery).get("packVoltage").asDouble()).isEqualTo(50);
  }

  @Test
  void homeAssistantSaysTheUnitAsMeasurement() {
    String pack = push.slug(battery);
    String tags = ",domain=sensor,entity_id=" + pack;
    String body =
        String.join(
            "\n",
            "V" + tags + "_total_voltage friendly_name_str=\"Pack\",value=52.83 " + now,
            "mV" + tags + "_cell_voltage_2 value=3301 " + now,
            "°C" + tags + "_temperature_1 value=22.4 " + now,
            "%" + tags + "_state_of_charge value=83.9 " + now,
            "binary_sensor.x,domain=binary_sensor,entity_id="
                + pack
                + "_charging value=1,state=\"on\" "
                + now,
            "lx,domain=light,entity_id=salon_brightness value=250 " + now);
    assertStored(write(body));
    assertThat(push.latest(battery).get("packVoltage").asDouble()).isEqualTo(52.83);
    assertThat(push.latest(battery).at("/cellVoltages/1").asDouble()).isEqualTo(3.301);
    assertThat(push.latest(battery).at("/temperatures/0").asDouble()).isEqualTo(22.4);
    assertThat(push.latest(battery).get("chargeAllowed").asBoolean()).isTrue();
    Answer unknown = write("V,domain=sensor,entity_id=pack9_total_voltage value=52 " + now);
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().get("error").asText()).contains("pack9_total_voltage");
  }

  @Test
  void keyOfOneBatteryMeansThatOneAndNoSecondDevice() {
    String key = push.keyFor(battery);
    assertStored(http.post(V1, key, FORM, ("batmon,device=mine soc=61 " + now).getBytes(UTF_8)));
    assertThat(push.latest(battery).get("soc").asDouble()).isEqualTo(61);
    String two = "batmon,device=a soc=1 " + now + "\nbatmon,device=b soc=2 " + now;
    Answer answer = http.post(V1, key, FORM, two.getBytes(UTF_8));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("error").asText())
        .contains("line 2", "tag device \"b\"", "for battery " + battery.code() + " alone");
    TestBattery other = portal.battery();
    Answer foreign =
        http.post(V1, key, FORM, "b,battery=%s soc=1".formatted(other.code()).getBytes(UTF_8));
    assertThat(foreign.json().get("error").asText()).contains("this key has no such battery");
    assertThat(portal.storedSamples(other)).isZero();
  }

  @Test
  void clientsLookFirst() {
    String key = portal.acme().ingestKey();
    assertThat(http.get("/influx/ping", null).status()).isEqualTo(204);
    assertThat(http.get("/influx/ping", null).header("X-Influxdb-Version")).startsWith("1.8");
    assertThat(http.get("/influx/health", null).json().get("status").asText()).isEqualTo("pass");
    assertThat(http.get("/influx/ready", null).json().get("status").asText()).isEqualTo("ready");
    byte[] form = "q=CREATE+DATABASE+%22home%22".getBytes(UTF_8);
    Answer made = http.post("/influx/query", key, FORM, form);
    assertThat(made.body()).isEqualTo("{\"results\":[{\"statement_id\":0}]}");
    Answer read = http.get("/influx/query?q=SELECT+*+FROM+battery", key);
    assertThat(read.json().at("/results/0/error").asText()).contains("only writing");
    assertThat(http.get("/influx/query?q=SHOW+DATABASES", null).status()).isEqualTo(401);
  }

  @Test
  void tooManyPointsAreRefusedWhole() {
    Answer answer = write((line("soc=1", now) + "\n").repeat(50_001));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().get("error").asText()).contains("50000 points");
    assertThat(portal.storedSamples(battery)).isZero();
  }

  @Test
  void quotesThatAreNeverClosedCostTheirLinesAndLittleTime() {
    String body = "b s=\"\\\"\n".repeat(40_000) + line("soc=5", now);
    long start = System.nanoTime();
    Answer answer = write(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    assertThat(push.latest(battery).get("soc").asDouble()).isEqualTo(5);
  }
}
