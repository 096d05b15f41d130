package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import ca.edsquebec.trackingbms.web.testkit.Who;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator of the platform looks as one client, and as no other. */
@ExtendWith(PortalExtension.class)
class SupportViewIT {

  private final Portal portal;
  private final Http http;
  private final Portal.Account eds;
  private final Visitor visitor;

  SupportViewIT(Portal portal) {
    this.portal = portal;
    http = portal.http();
    eds = new Cast(portal).account(Who.PLATFORM_ADMIN);
    visitor = new Visitor(http);
    visitor.signIn(eds);
  }

  @Test
  void readsThatClientsPagesApiAndLiveLineAndNothingOfAnother() {
    Map<String, TestBattery> pair = portal.pair();
    assertThat(visitor.get("/c/acme").status()).isEqualTo(404);
    begin();
    assertThat(visitor.get("/c/acme").body())
        .contains("Vous consultez", "/platform/visits/end", "Soutien, lecture seule");
    assertThat(visitor.get("/c/acme/batteries/" + pair.get("acme").id()).status()).isEqualTo(200);
    assertThat(api("/api/v1/batteries?client=acme")).isEqualTo(200);
    assertThat(socket("acme")).isEqualTo(101);

    String theirs = pair.get("boreal").id();
    assertThat(visitor.get("/c/boreal").status()).isEqualTo(404);
    assertThat(visitor.get("/c/boreal/batteries/" + theirs).status()).isEqualTo(404);
    assertThat(visitor.get("/c/acme/batteries/" + theirs).status()).isEqualTo(404);
    assertThat(api("/api/v1/batteries?client=boreal")).isEqualTo(404);
    assertThat(api("/api/v1/batteries/" + theirs + "?client=acme")).isEqualTo(404);
    assertThat(socket("boreal")).isEqualTo(404);
  }

  @Test
  void seesNoPeopleKeysSettingsOrAuditAndChangesNothing() {
    TestBattery battery = portal.battery();
    begin();
    for (String page : new String[] {"users", "roles", "keys", "shares", "settings", "audit"}) {
      assertThat(visitor.get("/c/acme/admin/" + page).status()).as(page).isEqualTo(403);
    }
    assertThat(api("/c/acme/admin/audit/csv")).isEqualTo(403);
    assertThat(
            visitor
                .send("/c/acme/batteries/" + battery.id() + "/details", Map.of("name", "x"))
                .status())
        .isEqualTo(403);
    assertThat(visitor.send("/c/acme/admin/settings", Map.of("name", "x")).status()).isEqualTo(403);
  }

  @Test
  void endsByItsButtonAtOnceAndTheClientReadsWhoAndWhy() {
    begin();
    Visitor elsewhere = new Visitor(http);
    elsewhere.signIn(eds);
    assertThat(elsewhere.get("/c/acme").status()).isEqualTo(404);
    Answer ended = visitor.send("/platform/visits/end", Map.of());
    assertThat(ended.header("Location")).endsWith("/platform/clients/acme?done=visit-ended");
    assertThat(visitor.get("/c/acme").status()).isEqualTo(404);
    assertThat(visitor.get("/platform/clients").body()).doesNotContain("Vous consultez");

    String journal =
        http.get("/c/acme/admin/audit", portal.signIn(portal.acme().admin()), "Accept", "text/html")
            .body();
    assertThat(journal)
        .contains(
            "Consultation par le soutien commencée",
            "Billet &lt;42&gt;",
            "Consultation par le soutien terminée");
    String theirs =
        http.get("/api/v1/audit?action=support-begun", portal.signIn(portal.boreal().admin()))
            .body();
    assertThat(theirs).doesNotContain("Billet");
  }

  @Test
  void liveLineEndsWithTheVisitWithinHalfAMinuteAndNotBefore() throws Exception {
    TestBattery battery = portal.battery();
    begin();
    String member = portal.signIn(portal.acme().user());
    try (LiveSocket line = line();
        LiveSocket others = LiveSocket.open(http, "", member)) {
      assertThat(line.next().get("reset").asBoolean()).isTrue();
      others.next();
      send(battery);
      assertThat(line.next().get("batteries")).hasSize(1);
      assertThat(line.closed()).isNotDone();
      visitor.send("/platform/visits/end", Map.of());
      assertThat(line.closed().get(40, TimeUnit.SECONDS)).isEqualTo(1008);
      assertThat(others.closed()).isNotDone();
    }
    assertThat(socket("acme")).isEqualTo(404);
  }

  private void send(TestBattery battery) {
    String sample =
        "{\"battery\":\"%s\",\"ts\":%d,\"soc\":50}"
            .formatted(battery.code(), System.currentTimeMillis());
    assertThat(http.postJson("/api/v1/ingest/samples", portal.acme().key(), sample).status())
        .isEqualTo(200);
  }

  private LiveSocket line() {
    return LiveSocket.open(
        http, "?client=acme", null, "Cookie", visitor.cookies(), "Origin", visitor.origin());
  }

  @Test
  void thePlatformsAuditSaysThatSomebodyLookedToo() {
    begin();
    visitor.send("/platform/visits/end", Map.of());
    assertThat(visitor.get("/platform/audit?object=client:acme").body())
        .contains("Consultation par le soutien commencée", "Billet &lt;42&gt;", "Acme Énergie");
  }

  @Test
  void endsWithTheSession() {
    begin();
    String cookies = visitor.cookies();
    visitor.send("/logout", Map.of());
    assertThat(http.get("/api/v1/batteries?client=acme", null, "Cookie", cookies).status())
        .isEqualTo(401);
  }

  @Test
  void saysWhatIsNoReasonOrNoTime() {
    refuses(Map.of("visitReason", " ", "minutes", "30"), "visitReason");
    refuses(Map.of("visitReason", "Billet", "minutes", "121"), "minutes");
    refuses(Map.of("visitReason", "Billet", "minutes", "0"), "minutes");
    refuses(Map.of("visitReason", "Billet", "minutes", "longtemps"), "minutes");
    assertThat(visitor.send("/platform/visits", Map.of("client", "nobody")).status())
        .isEqualTo(404);
    assertThat(visitor.get("/c/acme").status()).isEqualTo(404);
  }

  @Test
  void isForThePlatformsAdministratorsAndTheirOwnForms() {
    Visitor member = new Visitor(http);
    member.signIn(portal.boreal().admin());
    assertThat(
            member
                .send(
                    "/platform/visits",
                    Map.of("client", "acme", "visitReason", "x", "minutes", "30"))
                .status())
        .isEqualTo(403);
    Answer forged =
        visitor.send(
            "/platform/visits",
            Map.of("client", "acme", "visitReason", "x", "minutes", "30"),
            "Origin",
            visitor.origin());
    assertThat(forged.status()).isEqualTo(403);
    assertThat(visitor.get("/c/acme").status()).isEqualTo(404);
  }

  private int api(String path) {
    return http.get(path, null, "Cookie", visitor.cookies()).status();
  }

  private void begin() {
    Answer begun =
        visitor.send(
            "/platform/visits",
            Map.of("client", "acme", "visitReason", "Billet <42>", "minutes", "30"));
    assertThat(begun.status()).as(begun.body()).isEqualTo(303);
    assertThat(begun.header("Location")).endsWith("/c/acme");
  }

  private void refuses(Map<String, String> fields, String field) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("client", "acme");
    Answer refused = visitor.send("/platform/visits", all);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("id=\"" + field + "-error\"");
  }

  private int socket(String client) {
    return LiveSocket.statusOf(
        http,
        "/ws/live?client=" + client,
        null,
        "Cookie",
        visitor.cookies(),
        "Origin",
        visitor.origin());
  }
}
