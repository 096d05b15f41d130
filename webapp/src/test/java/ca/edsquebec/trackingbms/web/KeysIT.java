package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * API keys that are held to some batteries, and how a client's administrator makes and ends them.
 */
@ExtendWith(PortalExtension.class)
class KeysIT {

  private static final String KEYS = "/api/v1/api-keys";

  private final Portal portal;
  private final Http http;

  KeysIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
  }

  @Test
  void keyOfOneBatterySendsForNoOther() {
    TestBattery ours = portal.battery();
    TestBattery other = portal.battery();
    String key = keyOf(ours);
    long now = System.currentTimeMillis();
    String both =
        "["
            + bare(ours.sample(now, "soc", 50.0))
            + ","
            + bare(other.sample(now, "soc", 50.0))
            + "]";

    JsonNode answer = http.postJson("/api/v1/ingest/samples", key, both).json();

    assertThat(answer.get("accepted").asInt()).isEqualTo(1);
    assertThat(answer.at("/rejected/0/index").asInt()).isEqualTo(1);
    String unknown =
        http.postJson(
                "/api/v1/ingest/samples",
                key,
                bare(ours.sample(now, "soc", 50.0)).replace(ours.code(), "NO-SUCH"))
            .json()
            .at("/rejected/0/reason")
            .asText();
    assertThat(answer.at("/rejected/0/reason").asText())
        .isEqualTo(unknown.replace("NO-SUCH", other.code()));
    assertThat(portal.storedSamples(other)).isZero();
    String frames = "/api/v1/ingest/frames/foxbms?battery=";
    assertThat(http.postText(frames + other.code(), key, "").status()).isEqualTo(404);
    assertThat(http.postText(frames + ours.code(), key, "").status()).isEqualTo(200);
  }

  @Test
  void keyOfOneBatteryReadsNoOther() {
    TestBattery ours = portal.battery();
    TestBattery other = portal.battery();
    String key = keyOf(ours);
    JsonNode list = http.get("/api/v1/batteries", key).json();
    assertThat(list.toString()).contains(ours.code()).doesNotContain(other.code());
    assertThat(http.get(ours.path("/latest"), key).status()).isNotEqualTo(404);
    assertThat(http.get(other.path("/latest"), key).status()).isEqualTo(404);
    assertThat(http.get(other.path(""), key).status()).isEqualTo(404);
  }

  @Test
  void administratorMakesRenamesAndEndsAKey() throws InterruptedException {
    String admin = portal.signIn(portal.acme().admin());
    Http.Answer made =
        http.postJson(KEYS, admin, "{\"name\":\"Passerelle 9\",\"scopes\":[\"read\"]}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String key = made.json().get("key").asText();
    String id = made.json().get("id").asText();
    assertThat(key).startsWith(made.json().get("prefix").asText());
    assertThat(http.get("/api/v1/batteries", key).status()).isEqualTo(200);
    assertThat(http.postJson("/api/v1/ingest/samples", key, "[]").status()).isEqualTo(403);

    String one = KEYS + "/" + id;
    Http.Answer renamed =
        http.send("PATCH", one, admin, BodyPublishers.ofString("{\"name\":\"Neuf\"}"), JSON);
    assertThat(renamed.json().get("name").asText()).isEqualTo("Neuf");
    assertThat(http.get(KEYS, admin).body()).contains("Neuf").doesNotContain(key);
    assertThat(http.send("DELETE", one, admin, BodyPublishers.noBody()).status()).isEqualTo(204);

    Thread.sleep(1000);
    assertThat(http.get("/api/v1/batteries", key).status()).isEqualTo(401);
    assertThat(http.get(one, admin).json().get("state").asText()).isEqualTo("revoked");
  }

  @Test
  void othersNeitherSeeNorChangeTheClientsKeys() {
    String id = portal.key(portal.acme().tenant(), Set.of(Scope.READ)).key().id();
    String one = KEYS + "/" + id;
    for (String stranger :
        new String[] {portal.signIn(portal.acme().user()), portal.acme().key(), null}) {
      int refused = stranger == null ? 401 : 403;
      assertThat(http.get(KEYS, stranger).status()).isEqualTo(refused);
      assertThat(http.postJson(KEYS, stranger, "{\"name\":\"x\"}").status()).isEqualTo(refused);
      assertThat(http.send("DELETE", one, stranger, BodyPublishers.noBody()).status())
          .isEqualTo(refused);
    }
    String admin = portal.signIn(portal.boreal().admin());
    assertThat(http.get(one, admin).status()).isEqualTo(404);
    assertThat(http.send("DELETE", one, admin, BodyPublishers.noBody()).status()).isEqualTo(404);
  }

  @Test
  void wishThatCantBeMetIsRefusedWithItsField() {
    String admin = portal.signIn(portal.acme().admin());
    for (String wish :
        new String[] {
          "{}",
          "{\"name\":\"\"}",
          "{\"name\":\"x\",\"scopes\":[\"root\"]}",
          "{\"name\":\"x\",\"scopes\":[]}",
          "{\"name\":\"x\",\"access\":{\"kind\":\"galaxy\"}}",
          "{\"name\":\"x\",\"access\":{\"kind\":\"places\",\"ids\":[null]}}",
          "{\"name\":\"x\",\"access\":{\"kind\":\"all\",\"ids\":[\"p1\"]}}",
          "{\"name\":\"x\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}"
        }) {
      Http.Answer answer = http.postJson(KEYS, admin, wish);
      assertThat(answer.status()).as(wish + " " + answer.body()).isEqualTo(400);
      assertThat(answer.json().at("/errors/0/field").asText()).as(wish).isNotEmpty();
    }
  }

  private static final String[] JSON = {"Content-Type", "application/json"};

  private static String bare(String sample) {
    return sample.replaceAll("^\\[|]$", "");
  }

  private String keyOf(TestBattery battery) {
    BatteryAccess access = BatteryAccess.batteries(Set.of(battery.id()));
    KeyWish wish = new KeyWish("Une seule", EnumSet.allOf(Scope.class), access, Optional.empty());
    return portal.key(portal.acme().tenant(), wish).text();
  }
}
