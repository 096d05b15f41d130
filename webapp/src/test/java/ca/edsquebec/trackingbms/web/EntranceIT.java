package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.PortalServer;
import ca.edsquebec.trackingbms.web.testkit.RawHttp;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gets in behind a proxy that speaks HTTPS, and what every answer says to the browser. */
@ExtendWith(PortalExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class EntranceIT {

  private static final String OURS = "Host: portal.example";
  private static final String HTTPS = "X-Forwarded-Proto: https";
  private static final int MOST_ASKED = 200;

  private final Portal portal;
  private PortalServer server;
  private RawHttp http;

  EntranceIT(Portal portal) {
    this.portal = portal;
  }

  @BeforeAll
  void startBehindAProxy() {
    Map<String, String> settings = new HashMap<>(portal.installation().environment());
    settings.put("TBMS_PUBLIC_URL", "https://portal.example");
    settings.put("TBMS_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8");
    server = Portal.start(settings, "entrance", "");
    http = new RawHttp(server.url());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void pageOverPlainHttpLeadsToHttpsWithItsQuery() {
    String answer = http.get("/login?next=%2Fc%2Facme", OURS);
    assertThat(answer).startsWith("HTTP/1.1 308");
    assertThat(answer).contains("Location: https://portal.example/login?next=%2Fc%2Facme\r\n");
    assertThat(answer).doesNotContain("Strict-Transport-Security");
  }

  @Test
  void addressThatLooksLikeAnotherHostLeadsNowhereElse() {
    assertThat(http.get("//evil.example/login", OURS))
        .doesNotContain("Location: //")
        .doesNotContain("Location: https://evil")
        .doesNotContain("Location: http://");
  }

  @Test
  void overPlainHttpNothingElseIsAnswered() {
    String key = "Authorization: Bearer " + portal.acme().readKey();
    assertThat(http.get("/api/v1/batteries", OURS, key)).startsWith("HTTP/1.1 421");
    assertThat(http.get("/ws/live", OURS)).startsWith("HTTP/1.1 421");
    assertThat(http.send("POST", "/login", "email=a&password=b", OURS)).startsWith("HTTP/1.1 421");
  }

  @Test
  void overHttpsAllIsAnsweredAndBrowsersAreToldToStay() {
    String key = "Authorization: Bearer " + portal.acme().readKey();
    String answer = http.get("/api/v1/batteries", OURS, HTTPS, key);
    assertThat(answer).startsWith("HTTP/1.1 200").contains("Strict-Transport-Security: max-age=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Host: evil.example", "Host: portal.example.evil.example", "Host: 127.0.0.1"})
  void anotherHostIsRefused(String host) {
    assertThat(http.get("/login", host, HTTPS)).startsWith("HTTP/1.1 421");
    assertThat(http.get("/login", OURS, HTTPS, host.replace("Host", "X-Forwarded-Host")))
        .startsWith("HTTP/1.1 421");
  }

  @Test
  void hostThatTheProxyPassesOnCounts() {
    assertThat(
            http.get("/login", "Host: backend:8080", HTTPS, "X-Forwarded-Host: portal.example:443"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void probeFromTheHostItselfNeedsNeitherNameNorHttps() {
    assertThat(http.get("/api/v1/health", "Host: 127.0.0.1")).startsWith("HTTP/1.1 200");
    assertThat(http.get("/api/v1/health", "Host: evil.example", "X-Forwarded-For: 8.8.8.8"))
        .startsWith("HTTP/1.1 421");
  }

  @Test
  void headersOfAStrangerAreNotBelieved() {
    Map<String, String> settings = new HashMap<>(portal.installation().environment());
    settings.put("TBMS_PUBLIC_URL", "https://portal.example");
    try (PortalServer untrusting = Portal.start(settings, "untrusting", "")) {
      RawHttp direct = new RawHttp(untrusting.url());
      assertThat(direct.get("/login", OURS, HTTPS)).startsWith("HTTP/1.1 308");
      direct.get("/login", OURS, HTTPS);
      assertThat(portal.log().split("127.0.0.1 are not believed", -1)).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/nowhere",
        "/c/acme",
        "/api/v1/nowhere",
        "/static/nowhere.js",
        "/ws/no"
      })
  void everyAnswerTellsTheBrowserWhatItMayDo(String path) {
    String answer = http.get(path, OURS, HTTPS, "Accept: text/html");
    assertThat(answer)
        .contains("Content-Security-Policy: default-src 'none';")
        .contains("frame-ancestors 'none'")
        .contains("form-action 'self'")
        .contains("X-Content-Type-Options: nosniff")
        .contains("Referrer-Policy: same-origin")
        .contains("Permissions-Policy: camera=()")
        .contains("Cross-Origin-Opener-Policy: same-origin")
        .contains("Cross-Origin-Resource-Policy: same-origin")
        .contains("Cache-Control: no-store")
        .doesNotContain("unsafe-inline", "unsafe-eval", "Server:", "X-Powered-By");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%00",
        "/a%2Fb",
        "/a\\b",
        "/%zz",
        "/<script>",
        "/..%2f..%2fWEB-INF/web.xml",
        "/WEB-INF/web.xml",
        "/META-INF/context.xml",
        "/api/v1/batteries;jsessionid=1"
      })
  void whatIsRefusedTellsNothingOfTheServer(String path) {
    String answer = http.get(path, OURS, HTTPS);
    assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*");
    assertThat(answer)
        .doesNotContainIgnoringCase("tomcat")
        .doesNotContain("Exception", "at java", "edsquebec", "jersey", "<display-name>");
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() {
    Map<String, String> settings = new HashMap<>(portal.installation().environment());
    settings.put("TBMS_RATE_KEY", "1");
    settings.put("TBMS_RATE_ADDRESS", "1");
    settings.put("TBMS_TRUSTED_PROXIES", "127.0.0.1");
    try (PortalServer strict = Portal.start(settings, "strict", "")) {
      Http direct = new Http(strict.url());
      String key = portal.acme().readKey();
      Http.Answer refused = firstRefused(direct, "/api/v1/batteries", key);
      assertThat(refused.header("Retry-After")).matches("[1-9]\\d?");
      assertThat(direct.get("/api/v1/batteries", portal.boreal().readKey()).status())
          .isEqualTo(200);
      assertThat(direct.postJson("/api/v1/ingest/samples", portal.acme().key(), "[]").status())
          .isEqualTo(200);

      assertThat(firstRefused(direct, "/login", null).header("Retry-After")).isNotEmpty();
      assertThat(direct.get("/login", null, "X-Forwarded-For", "8.8.8.8").status()).isEqualTo(200);
      assertThat(direct.get("/static/app/page.js", null).status()).isNotEqualTo(429);
    }
  }

  /** Where one a second may be asked and twenty at once: those, and one for each second of it. */
  private static Http.Answer firstRefused(Http http, String path, String key) {
    long begun = System.nanoTime();
    for (int granted = 0; granted < MOST_ASKED; granted++) {
      Http.Answer answer = http.get(path, key);
      if (answer.status() == 429) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        assertThat((long) granted).isBetween(20L, 21 + seconds);
        return answer;
      }
    }
    throw new AssertionError(path + " was asked " + MOST_ASKED + " times and never refused");
  }
}
