package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.testkit.DeviceServer;
import ca.edsquebec.trackingbms.testkit.Devices;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Who;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The address of a battery that is asked, set and tried by a program. */
@ExtendWith(PortalExtension.class)
class PullApiIT {

  private final Portal portal;
  private final Cast cast;
  private final String admin;
  private Battery battery;

  PullApiIT(Portal portal) {
    this.portal = portal;
    this.cast = new Cast(portal);
    this.admin = portal.signIn(cast.join(Membership.WHOLE));
  }

  @BeforeEach
  void addBattery() {
    String code = "P-" + UUID.randomUUID();
    battery =
        cast.fleet()
            .add(
                Actor.SYSTEM,
                portal.acme().tenant(),
                NewBattery.builder(code, "Essai", "Banc", "thingset").build());
  }

  @Test
  void isSetShownAndTurnedOff() throws Exception {
    assertThat(ask("GET", "", null).status()).isEqualTo(404);
    assertThat(ask("DELETE", "", null).status()).isEqualTo(404);
    DeviceServer off = new DeviceServer(Devices.silent());
    off.close();
    String address = "tcp://127.0.0.1:" + off.port();
    Answer set = ask("PUT", "", body(address));
    assertThat(set.status()).isEqualTo(200);
    assertThat(set.json().get("address").asText()).isEqualTo(address);
    assertThat(set.json().get("enabled").asBoolean()).isTrue();
    assertThat(ask("GET", "", null).json().get("battery").asText()).isEqualTo(battery.code());
    assertThat(ask("DELETE", "", null).status()).isEqualTo(204);
    assertThat(ask("GET", "", null).json().get("enabled").asBoolean()).isFalse();
  }

  @Test
  void tellsWhatItHeardAndStoresNothing() throws Exception {
    try (DeviceServer device = new DeviceServer(Devices.thingSet())) {
      Answer heard = ask("POST", "/trial", body("tcp://127.0.0.1:" + device.port()));
      assertThat(heard.status()).isEqualTo(200);
      assertThat(heard.json().get("understood").asBoolean()).isTrue();
      assertThat(heard.json().at("/sample/packVoltage").asDouble()).isCloseTo(52.5, within(0.01));
      assertThat(ask("GET", "", null).status()).isEqualTo(404);
    }
  }

  @Test
  void refusesWithTheFieldAndNeverRepeatsASecret() {
    for (String way : new String[] {"PUT", "POST"}) {
      String rest = way.equals("POST") ? "/trial" : "";
      for (String sent :
          new String[] {"{}", "null", body("http://localhost/"), body("canlog://localhost")}) {
        Answer refused = ask(way, rest, sent);
        assertThat(refused.status()).as(sent).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("address");
      }
      for (String scheme : new String[] {"tcp", "http"}) {
        Answer secret = ask(way, rest, body(scheme + "://admin:hunter2@localhost:9001"));
        assertThat(secret.status()).isEqualTo(400);
        assertThat(secret.body()).doesNotContain("hunter2");
      }
      assertThat(ask(way, rest, "{\"address\":").status()).isEqualTo(400);
    }
  }

  @Test
  void isNothingForOthers() {
    String path = "/api/v1/batteries/" + battery.uid() + "/pull";
    Http http = portal.http();
    assertThat(http.get(path, cast.credential(Who.USER)).status()).isEqualTo(403);
    assertThat(http.get(path, cast.credential(Who.OTHER_ADMIN)).status()).isEqualTo(404);
    assertThat(
            http.send(
                    "PUT",
                    path,
                    cast.credential(Who.OTHER_ADMIN),
                    BodyPublishers.ofString(body("tcp://127.0.0.1:9001")),
                    "Content-Type",
                    Http.JSON)
                .status())
        .isEqualTo(404);
  }

  private static String body(String address) {
    return "{\"address\": \"" + address + "\"}";
  }

  private Answer ask(String method, String rest, String body) {
    String path = "/api/v1/batteries/" + battery.uid() + "/pull" + rest;
    return body == null
        ? portal.http().send(method, path, admin, BodyPublishers.noBody())
        : portal
            .http()
            .send(method, path, admin, BodyPublishers.ofString(body), "Content-Type", Http.JSON);
  }
}
