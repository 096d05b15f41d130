package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees who has a share link and no account. */
@ExtendWith(PortalExtension.class)
class ShareIT {

  private static final String SHARES = "/api/v1/shares";

  /** Rights are asked for again each half minute. */
  private static final int PROMISED_SECONDS = 40;

  private final Portal portal;
  private final Http http;
  private final String admin;

  ShareIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.admin = portal.signIn(portal.acme().admin());
  }

  @Test
  void linkShowsItsBatteryAndNoOther() {
    TestBattery ours = portal.battery();
    TestBattery other = portal.battery();
    String cookie = open(link(ours));

    Http.Answer dashboard = http.get("/c/acme", null, "Cookie", cookie);
    assertThat(dashboard.status()).isEqualTo(200);
    assertThat(dashboard.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(dashboard.header("X-Robots-Tag")).contains("noindex");
    assertThat(dashboard.body()).contains("Visiteurs").doesNotContain("/admin/", "href=\"/account");
    Http.Answer list = http.get("/c/acme/batteries", null, "Cookie", cookie);
    assertThat(list.body()).contains(ours.code()).doesNotContain(other.code());
    assertThat(status("/c/acme/batteries/" + ours.id(), cookie)).isEqualTo(200);
    assertThat(status("/c/acme/batteries/" + other.id(), cookie)).isEqualTo(404);
    assertThat(status("/c/boreal", cookie)).isEqualTo(404);
    assertThat(status(other.path("/latest"), cookie)).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/c/acme/admin/keys",
        "/c/acme/admin/shares",
        "/c/acme/admin/users",
        "/c/acme/admin/roles",
        "/platform/users",
        "/account",
        "/api/v1/api-keys",
        "/api/v1/shares",
        "/api/v1/me"
      })
  void linkShowsNothingElse(String path) {
    String cookie = open(link(portal.battery()));
    assertThat(status(path, cookie)).isBetween(400, 404);
  }

  @Test
  void linkChangesNothing() {
    TestBattery ours = portal.battery();
    String cookie = open(link(ours));
    for (String path : new String[] {"/api/v1/ingest/samples", "/api/v1/shares"}) {
      Http.Answer answer = http.postJson(path, null, "[]", "Cookie", cookie);
      assertThat(answer.status()).as(path).isIn(401, 403);
    }
  }

  @Test
  void liveDataComesAndEndsWithTheLink() throws Exception {
    TestBattery ours = portal.battery();
    var made = link(ours);
    String cookie = open(made);
    assertThat(LiveSocket.statusOf(http, "/ws/live?client=acme", null, "Cookie", cookie))
        .isEqualTo(101);
    assertThat(status("/api/v1/live?client=acme", cookie)).isEqualTo(200);
    revoke(made);

    Thread.sleep(1000);

    assertThat(status("/api/v1/live?client=acme", cookie)).isEqualTo(401);
    assertThat(LiveSocket.statusOf(http, "/ws/live?client=acme", null, "Cookie", cookie))
        .isEqualTo(401);
    assertThat(http.get("/s/" + token(made), null).status()).isEqualTo(404);
  }

  @Test
  void openLineEndsWithItsLinkAndNoOther() throws Exception {
    TestBattery ours = portal.battery();
    var made = link(ours);
    try (LiveSocket ends = line(open(made));
        LiveSocket stays = line(open(link(ours)))) {
      ends.next();
      stays.next();
      revoke(made);
      assertThat(ends.closed().get(PROMISED_SECONDS, TimeUnit.SECONDS)).isEqualTo(1008);
      assertThat(stays.closed()).isNotDone();
    }
    assertThat(portal.log()).doesNotContain("live line of share:");
  }

  @Test
  void tokenIsInNoAddressBehindTheFirstAndInNoLog() {
    Http.Answer made = link(portal.battery());
    Http.Answer opened = http.get("/s/" + token(made), null);
    assertThat(opened.status()).isEqualTo(303);
    assertThat(opened.header("Location")).isEqualTo("/c/acme");
    assertThat(opened.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(opened.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(http.get(SHARES, admin).body()).doesNotContain(token(made));
    assertThat(portal.log()).doesNotContain(token(made));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "aaaaaaaaaaaa_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "%00", "a%2Fb"})
  void whatIsNoLinkIsNotFound(String token) {
    assertThat(http.get("/s/" + token, null).status()).isIn(400, 404);
  }

  private LiveSocket line(String cookie) {
    return LiveSocket.open(http, "?client=acme", null, "Cookie", cookie);
  }

  private void revoke(Http.Answer made) {
    String one = SHARES + "/" + made.json().get("id").asText();
    assertThat(http.send("DELETE", one, admin, BodyPublishers.noBody()).status()).isEqualTo(204);
  }

  private int status(String path, String cookie) {
    return http.get(path, null, "Cookie", cookie).status();
  }

  private Http.Answer link(TestBattery battery) {
    Http.Answer made =
        http.postJson(
            SHARES,
            admin,
            "{\"name\":\"Visiteurs\",\"access\":{\"kind\":\"batteries\",\"ids\":[\"%s\"]}}"
                .formatted(battery.id()));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made;
  }

  private static String token(Http.Answer made) {
    return made.json().get("url").asText().replaceFirst(".*/s/", "");
  }

  private String open(Http.Answer made) {
    Http.Answer opened = http.get("/s/" + token(made), null);
    return opened.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("tbms_share="))
        .map(cookie -> cookie.split(";", 2)[0])
        .findFirst()
        .orElseThrow(() -> new AssertionError(opened.toString()));
  }
}
