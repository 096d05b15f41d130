package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.NewKey;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import ca.edsquebec.trackingbms.web.testkit.Who;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gateways that name themselves, as senders, pages and programs meet them. */
@ExtendWith(PortalExtension.class)
class GatewaysApiIT {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Portal portal;
  private final Http http;
  private final TestBattery battery;
  private final Cast cast;
  private final Visitor admin;
  private final NewKey key;
  private final String code = "toit-" + NUMBER.incrementAndGet();
  private final long now = System.currentTimeMillis();

  GatewaysApiIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.battery = portal.battery();
    this.cast = new Cast(portal);
    this.admin = new Visitor(http);
    this.key = portal.key(portal.acme().tenant(), KeyWish.of(code, Set.of(Scope.INGEST)));
    admin.signIn(portal.acme().admin());
  }

  private Answer sends(String withKey, String... headers) {
    return http.postJson(
        "/api/v1/ingest/samples", withKey, battery.sample(now, "soc", 50), headers);
  }

  // As a program that has a person's cookies: a browser would want a page.
  private Answer api(Visitor visitor, String path, String client) {
    return http.get(path, null, "Cookie", visitor.cookies(), "X-Client", client);
  }

  private JsonNode gateway(Visitor visitor, String named) {
    for (JsonNode one : api(visitor, "/api/v1/gateways", "acme").json()) {
      if (one.get("code").asText().equals(named)) {
        return one;
      }
    }
    return null;
  }

  @Test
  void showsItselfByItsHeaders() {
    Answer answer =
        sends(
            key.text(),
            "X-TBMS-Gateway",
            code,
            "X-TBMS-Gateway-Version",
            "TrackingBMS-Forward/1.2.0",
            "X-TBMS-Backlog",
            "1234",
            "X-TBMS-Sent-At",
            Long.toString(System.currentTimeMillis() + 3_600_000));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-Warning")).isEmpty();
    JsonNode shown = gateway(admin, code);
    assertThat(shown.get("state").asText()).isEqualTo("in-contact");
    assertThat(shown.get("batteries").get(0).asText()).isEqualTo(battery.code());
    assertThat(shown.get("backlog").asLong()).isEqualTo(1234);
    assertThat(shown.get("version").asText()).isEqualTo("TrackingBMS-Forward/1.2.0");
    assertThat(shown.get("clockOff").asBoolean()).isTrue();
    assertThat(shown.get("keys").get(0).asText()).isEqualTo(key.key().id());
    String list = admin.get("/c/acme/admin/gateways").body();
    assertThat(list).contains(code, "1\u00a0234", "En avance de", "TrackingBMS-Forward/1.2.0");
    String page = admin.get("/c/acme/admin/gateways/" + shown.get("id").asText()).body();
    assertThat(page).contains("décalée de plus de deux minutes", battery.code(), "checked");
    assertThat(admin.get("/c/acme/admin/audit").body()).contains("Passerelle ajoutée");
  }

  @Test
  void isNotedByFramesAndFormatsOfOthersToo() {
    Answer frames =
        http.postText(
            battery.framesPath(), key.text(), "(1.0) can0 1FFFFFFF#00", "X-TBMS-Gateway", code);
    assertThat(frames.status()).as(frames.body()).isEqualTo(200);
    assertThat(gateway(admin, code).get("batteries")).hasSize(1);
    TestBattery other = portal.battery();
    Answer line =
        http.postText(
            "/influx/write",
            key.text(),
            "battery,battery=" + other.code() + " voltage=52.1",
            "X-TBMS-Gateway",
            code);
    assertThat(line.status()).as(line.body()).isEqualTo(204);
    assertThat(gateway(admin, code).get("batteries")).hasSize(2);
  }

  @Test
  void storesMeasurementsWhateverItSays() {
    Answer bad = sends(key.text(), "X-TBMS-Gateway", "not a name", "X-TBMS-Backlog", "-1");
    assertThat(bad.status()).isEqualTo(200);
    assertThat(bad.header("X-Warning")).contains("X-TBMS-Gateway \"not a name\"");
    Answer half = sends(key.text(), "X-TBMS-Gateway", code, "X-TBMS-Backlog", "many");
    assertThat(half.status()).isEqualTo(200);
    assertThat(half.header("X-Warning")).contains("X-TBMS-Backlog \"many\"");
    assertThat(gateway(admin, code).get("backlog")).isNull();
    assertThat(portal.storedSamples(battery)).isEqualTo(1);
  }

  @Test
  void isNobodyElsesToBe() {
    sends(key.text(), "X-TBMS-Gateway", code, "X-TBMS-Backlog", "1");
    Answer other = sends(portal.acme().ingestKey(), "X-TBMS-Gateway", code, "X-TBMS-Backlog", "9");
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.header("X-Warning")).contains("another key");
    JsonNode shown = gateway(admin, code);
    assertThat(shown.get("backlog").asLong()).isEqualTo(1);
    assertThat(admin.get("/c/acme/admin/gateways/" + shown.get("id").asText()).body())
        .contains("Quelqu’un s’est donné ce nom");
    // Another client's key makes one of that client, and touches nothing here.
    sends(portal.boreal().ingestKey(), "X-TBMS-Gateway", code, "X-TBMS-Backlog", "7");
    assertThat(gateway(admin, code).get("backlog").asLong()).isEqualTo(1);
    Visitor theirs = new Visitor(http);
    theirs.signIn(portal.boreal().admin());
    String uid = shown.get("id").asText();
    assertThat(theirs.get("/c/boreal/admin/gateways/" + uid).status()).isEqualTo(404);
    assertThat(api(theirs, "/api/v1/gateways/" + uid, "boreal").status()).isEqualTo(404);
    assertThat(theirs.send("/c/boreal/admin/gateways/" + uid + "/delete", Map.of()).status())
        .isEqualTo(404);
    assertThat(gateway(admin, code)).isNotNull();
    Answer unknown = sends("tbms_aaaaaaaaaaaa_" + "b".repeat(43), "X-TBMS-Gateway", "stranger");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(gateway(admin, "stranger")).isNull();
  }

  @Test
  void canBePreparedChangedAndForgotten() {
    Answer made =
        admin.send(
            "/c/acme/admin/gateways",
            Map.of("code", code, "name", "Toit <sud>", "silent", "7", "batteries", battery.code()));
    assertThat(made.status()).isEqualTo(303);
    JsonNode shown = gateway(admin, code);
    assertThat(shown.get("state").asText()).isEqualTo("awaited");
    assertThat(shown.get("silentAfter").asLong()).isEqualTo(420);
    String page = "/c/acme/admin/gateways/" + shown.get("id").asText();
    assertThat(admin.get("/c/acme/admin/gateways").body()).contains("Toit &lt;sud&gt;", "Attendue");
    Answer wrong = admin.send(page, Map.of("name", "", "silent", "0", "batteries", "NO-SUCH <b>"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("Aucune batterie n’a ce code").doesNotContain("<b>\"");
    assertThat(admin.send(page, Map.of("name", "Toit", "silent", "0", "batteries", "")).body())
        .contains("nombre entier de minutes");
    assertThat(
            admin
                .send(page, Map.of("name", "T", "silent", "5", "batteries", "", "key", "nokey1"))
                .status())
        .isEqualTo(400);
    String id = key.key().id();
    assertThat(
            admin
                .send(page, Map.of("name", "Toit", "silent", "5", "batteries", "", "key", id))
                .status())
        .isEqualTo(303);
    assertThat(gateway(admin, code).get("keys").get(0).asText()).isEqualTo(id);
    assertThat(gateway(admin, code).get("batteries")).isEmpty();
    assertThat(admin.send(page + "/delete", Map.of()).status()).isEqualTo(303);
    assertThat(gateway(admin, code)).isNull();
    assertThat(admin.get(page).status()).isEqualTo(404);
  }

  @Test
  void showsOthersTheirsOnlyAndLetsThemChangeNothing() {
    sends(key.text(), "X-TBMS-Gateway", code);
    String uid = gateway(admin, code).get("id").asText();
    Visitor scoped = new Visitor(http);
    scoped.signIn(cast.at(cast.place("Ailleurs " + code)));
    // Whoever may not manage batteries sees none at all.
    assertThat(scoped.get("/c/acme/admin/gateways").status()).isEqualTo(403);
    Visitor manager = new Visitor(http);
    manager.signIn(
        cast.join(
            new Membership(
                Role.CLIENT_ADMIN,
                BatteryAccess.places(Set.of(cast.place("Autre " + code).uid())))));
    assertThat(manager.get("/c/acme/admin/gateways").status()).isEqualTo(200);
    assertThat(gateway(manager, code)).isNull();
    assertThat(manager.get("/c/acme/admin/gateways/" + uid).status()).isEqualTo(404);
    assertThat(manager.send("/c/acme/admin/gateways/" + uid + "/delete", Map.of()).status())
        .isEqualTo(403);
    assertThat(manager.get("/c/acme/admin/gateways/new").status()).isEqualTo(403);
  }

  @Test
  void isMadeAndChangedByPrograms() {
    String admins = cast.credential(Who.CLIENT_ADMIN);
    String body =
        "{\"code\":\"%s\",\"silentAfter\":600,\"batteries\":[\"%s\"]}"
            .formatted(code, battery.code());
    Answer made = http.postJson("/api/v1/gateways", admins, body, "X-Client", "acme");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(http.postJson("/api/v1/gateways", admins, body, "X-Client", "acme").status())
        .isEqualTo(400);
    for (String bad :
        new String[] {
          "{}",
          "null",
          "{\"code\":\"a b\"}",
          "{\"code\":\"x\",\"silentAfter\":1}",
          "{\"code\":\"x\",\"batteries\":[null]}",
          "{\"code\":\"x\",\"batteries\":[\"NO\"]}",
          "{\"code\":\"x\",\"keys\":[\"nokey\"]}"
        }) {
      Answer refused = http.postJson("/api/v1/gateways", admins, bad, "X-Client", "acme");
      assertThat(refused.status()).as(bad).isEqualTo(400);
    }
    assertThat(http.postJson("/api/v1/gateways", key.text(), body).status()).isEqualTo(403);
  }
}
