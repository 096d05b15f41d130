package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of one battery as the server writes it. */
@ExtendWith(PortalExtension.class)
class BatteryPageIT {

  private static final String NBSP = "\u00a0";

  private final Portal portal;
  private final Http http;
  private final TestBattery battery;
  private final TestBattery namesake;
  private final String token;
  private final long now = System.currentTimeMillis();

  BatteryPageIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    Map<String, TestBattery> pair = portal.pair();
    this.battery = pair.get("acme");
    this.namesake = pair.get("boreal");
    this.token = portal.signIn(portal.acme().user());
  }

  private Answer page(String id, String query) {
    return http.get(
        "/c/acme/batteries/" + id + query, token, "Accept", "text/html", "Accept-Language", "fr");
  }

  private String page() {
    Answer answer = page(battery.id(), "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private void post(long ts, String fields) {
    String body = "{\"battery\":\"%s\",\"ts\":%d,%s}".formatted(battery.code(), ts, fields);
    Answer answer = http.postJson("/api/v1/ingest/samples", portal.acme().ingestKey(), body);
    assertThat(answer.json().at("/accepted").asInt()).as(answer.body()).isEqualTo(1);
  }

  @Test
  void tellsEachValueWithItsUnitAndEachSignWithItsWord() {
    post(now, "\"packVoltage\":131.4,\"current\":-74.2,\"soc\":62.4,\"soh\":94.2");
    assertThat(page())
        .contains("131", "\u221274,2", "\u22129,75", "62,4" + NBSP + "%", "94,2" + NBSP + "%")
        .contains("data-flow=\"discharging\"")
        .contains("Décharge");
  }

  @Test
  void leavesOutWhatNobodyReported() {
    post(now, "\"soc\":0");
    assertThat(page()).contains("0,0" + NBSP + "%").doesNotContain("Santé (SOH)", "data-cell=");
  }

  @Test
  void numbersTheLowestAndTheHighestCell() {
    post(now, "\"cellVoltages\":[3.301,3.246,3.294],\"balancing\":[true,false,false]");
    assertThat(page())
        .contains("3,246" + NBSP + "V", "cellule 2", "cellule 1", "55" + NBSP + "mV")
        .contains("en équilibrage" + NBSP + ": 1");
  }

  @Test
  void showsTheWorstAlarmAboveAndAllInTheirList() {
    post(
        now,
        "\"alarms\":[{\"code\":\"low-soc\",\"level\":\"warning\"},"
            + "{\"code\":\"fuse-blown\",\"level\":\"critical\",\"raw\":\"FUSE_1\"}]");
    assertThat(page())
        .containsPattern("banner-critical.*Fusible grillé.*FUSE_1")
        .contains("État de charge bas");
  }

  @Test
  void escapesWhatADeviceCallsItsAlarm() {
    post(
        now,
        "\"alarms\":[{\"code\":\"other\",\"level\":\"warning\",\"raw\":\"<img src=x onerror=y>\"}]");
    assertThat(page()).contains("&lt;img src=x").doesNotContain("<img");
  }

  @Test
  void escapesWhatPeopleCallIt() {
    String hostile =
        http.get("/api/v1/batteries?client=acme&q=" + Portal.HOSTILE_CODE, token)
            .json()
            .at("/items/0/id")
            .asText();
    assertThat(page(hostile, "").body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#034;Cie&#034;")
        .doesNotContain("<script>alert");
  }

  @Test
  void staleValuesAreToldToBeOld() {
    post(now - Duration.ofMinutes(3).toMillis(), "\"soc\":50");
    assertThat(page()).contains("data-condition=\"stale\"", "ring-stale", "Données périmées");
  }

  @Test
  void neverHeardHasNoValueAndSaysWhatToDo() {
    assertThat(page())
        .contains("data-condition=\"unknown\"", "Jamais reçue", "Aucune mesure reçue encore")
        .contains("<span class=\"value\">—</span>")
        .doesNotContain("NaN");
  }

  @Test
  void saysWhatTheDeviceTellsOnlyRoughly() {
    assertThat(page()).doesNotContain("indicatifs");
    Cast cast = new Cast(portal);
    String code = "GREEN-" + UUID.randomUUID().toString().substring(0, 8);
    Battery green =
        cast.fleet()
            .add(
                Actor.SYSTEM,
                portal.acme().tenant(),
                NewBattery.builder(code, "Essai", "Banc", "greenbms").build());
    cast.awaitKnown(portal.acme(), code);
    assertThat(page(green.uid(), "").body())
        .contains("indicatifs" + NBSP + ": de \u22125" + NBSP + "A à +3" + NBSP + "A");
  }

  @Test
  void leadsToTheListOfItsTypeAndOfItsPlace() {
    assertThat(page())
        .containsPattern("/c/acme/batteries\\?type=\\w+\"")
        .containsPattern("/c/acme/batteries\\?place=\\w+\\.\\w+\"");
  }

  @Test
  void historyWithoutScriptIsATableOfTheChosenRange() {
    post(now - Duration.ofHours(5).toMillis(), "\"soc\":71.5,\"power\":-1500");
    assertThat(page(battery.id(), "?range=24h").body()).contains("71,5" + NBSP + "%");
    assertThat(page(battery.id(), "?range=1h").body())
        .doesNotContain("71,5" + NBSP + "%</td>")
        .contains("aria-current=\"true\">1");
  }

  @Test
  void unknownRangeIsRefused() {
    assertThat(page(battery.id(), "?range=9y").status()).isEqualTo(400);
  }

  @Test
  void batteryOfAnotherClientIsNotFound() {
    Answer answer = page(namesake.id(), "");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("Page introuvable").doesNotContain(namesake.code());
  }

  @Test
  void unknownBatteryIsNotFound() {
    assertThat(page("nowhere", "").status()).isEqualTo(404);
  }
}
