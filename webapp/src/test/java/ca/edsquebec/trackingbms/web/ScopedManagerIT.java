package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who manages one place has to do with its keys, links and devices, and learns of no others. */
@ExtendWith(PortalExtension.class)
class ScopedManagerIT {

  private static final String KEYS = "/api/v1/api-keys";
  private static final String SHARES = "/api/v1/shares";

  private final Http http;
  private final TestBattery elsewhere;
  private final Place here;
  private final String manager;
  private final String admin;
  private final String other;

  ScopedManagerIT(Portal portal) {
    http = portal.http();
    elsewhere = portal.battery();
    Cast cast = new Cast(portal);
    here = cast.place("Entrepôt du gérant");
    BatteryAccess there = BatteryAccess.places(Set.of(here.uid()));
    manager = portal.signIn(cast.join(new Membership(Role.CLIENT_ADMIN, there)));
    admin = portal.signIn(portal.acme().admin());
    other = portal.signIn(portal.boreal().admin());
  }

  @ParameterizedTest
  @ValueSource(strings = {KEYS, SHARES})
  void isNotToldWhichBatteriesOthersKeysAndLinksOpen(String path) {
    String one = path + "/" + made(path, admin, "batteries", elsewhere.id());
    assertThat(http.get(one, admin).body()).contains(elsewhere.id());
    assertThat(http.get(path, admin).body()).contains(elsewhere.id());

    Answer told = http.get(one, manager);
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.json().at("/access/kind").asText()).isEqualTo("batteries");
    assertThat(told.json().at("/access/ids")).isEmpty();
    assertThat(http.get(path, manager).body()).doesNotContain(elsewhere.id());
    assertThat(http.get(one, other).status()).isEqualTo(404);
    assertThat(http.get(path, other).body()).doesNotContain(elsewhere.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {KEYS, SHARES})
  void endsNoneOfThemAndMakesNoneBeyondTheirPlace(String path) {
    String one = path + "/" + made(path, admin, "batteries", elsewhere.id());
    assertThat(delete(one, manager)).isEqualTo(400);
    assertThat(delete(one, other)).isEqualTo(404);
    for (String access :
        new String[] {
          "{\"kind\":\"all\"}",
          "{\"kind\":\"batteries\",\"ids\":[\"" + elsewhere.id() + "\"]}",
          "{\"kind\":\"types\",\"ids\":[\"" + here.uid() + "\"]}",
          "{\"kind\":\"places\",\"ids\":[\"" + here.uid() + "\",\"x\"]}"
        }) {
      assertThat(post(path, manager, access).status()).as(access).isEqualTo(400);
    }
    String mine = path + "/" + made(path, manager, "places", here.uid());
    assertThat(http.get(mine, manager).json().at("/access/ids/0").asText()).isEqualTo(here.uid());
    assertThat(delete(mine, manager)).isEqualTo(204);
  }

  @Test
  void triesNoDeviceOfABatteryThatIsNotTheirs() {
    for (String path : new String[] {"/pull", "/pull/test", "/pull/off"}) {
      Answer answer =
          http.post(
              "/c/acme/batteries/" + elsewhere.id() + path,
              manager,
              "application/x-www-form-urlencoded",
              "address=tcp%3A%2F%2F127.0.0.1%3A1".getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void saysNothingOfWhatIsKnownOfAllBatteries() {
    String fields = "/api/v1/custom-fields";
    String code = "champ-" + UUID.randomUUID().toString().substring(0, 8);
    String field =
        "{\"code\":\"%s\",\"kind\":\"text\",\"labelFr\":\"Champ\",\"labelEn\":\"Field\"}"
            .formatted(code);
    assertThat(http.postJson(fields, manager, field).status()).isEqualTo(403);
    assertThat(http.postJson(fields, admin, field).status()).isEqualTo(200);
    String archive = fields + "/" + code + "/archive";
    assertThat(http.postJson(archive, manager, "{}").status()).isEqualTo(403);
    assertThat(http.postJson(archive, other, "{}").status()).isEqualTo(404);
    assertThat(http.get("/c/acme/admin/fields", manager).status()).isEqualTo(403);
    assertThat(http.get(fields, manager).status()).isEqualTo(200);
    assertThat(http.postJson(archive, admin, "{}").status()).isEqualTo(200);
  }

  private String made(String path, String credential, String kind, String id) {
    Answer made = post(path, credential, "{\"kind\":\"%s\",\"ids\":[\"%s\"]}".formatted(kind, id));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().get("id").asText();
  }

  private Answer post(String path, String credential, String access) {
    return http.postJson(path, credential, "{\"name\":\"Essai\",\"access\":" + access + "}");
  }

  private int delete(String path, String credential) {
    return http.send("DELETE", path, credential, BodyPublishers.noBody()).status();
  }
}
