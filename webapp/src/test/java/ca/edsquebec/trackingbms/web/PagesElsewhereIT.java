package ca.edsquebec.trackingbms.web;

import static ca.edsquebec.trackingbms.web.testkit.Problems.assertKeepsInsides;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.TcpRelay;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.PortalServer;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages where the administrator has put them otherwise, and while the database is away. */
@ExtendWith(PortalExtension.class)
class PagesElsewhereIT {

  private static final Pattern ADDRESS =
      Pattern.compile("(?:href|src|action|data-base)=\"(/[^\"]*)\"");

  private final Portal portal;
  private final TestInstallation installation;

  PagesElsewhereIT(Portal portal) {
    this.portal = portal;
    this.installation = portal.installation();
  }

  @Test
  void everyAddressStaysBelowTheContextPath() {
    try (PortalServer server = Portal.start(installation.environment(), "pages", "/trackingbms")) {
      Visitor visitor = new Visitor(new Http(server.url()));
      assertThat(visitor.get("/c/acme").header("Location"))
          .isEqualTo("/trackingbms/login?next=%2Fc%2Facme");
      Answer in =
          visitor.signIn(portal.acme().user().email(), portal.acme().user().password(), "/c/acme");
      assertThat(in.header("Location")).isEqualTo("/trackingbms/c/acme");
      assertThat(in.header("Set-Cookie")).contains("Path=/trackingbms/;");
      assertThat(visitor.get("/").header("Location")).isEqualTo("/trackingbms/c/acme");

      for (String path : new String[] {"/c/acme", "/nothing", "/static/nothing"}) {
        Answer page = visitor.get(path);
        assertThat(ADDRESS.matcher(page.body()).results().map(found -> found.group(1)))
            .as(path)
            .isNotEmpty()
            .allMatch(address -> address.startsWith("/trackingbms"));
      }
      String style =
          Pattern.compile("\"/trackingbms(/static/app-[^\"]+/frame.css)\"")
              .matcher(visitor.get("/c/acme").body())
              .results()
              .findFirst()
              .orElseThrow()
              .group(1);
      assertThat(visitor.get(style).status()).isEqualTo(200);
      assertThat(
              LiveSocket.statusOf(
                  new Http(server.url()), "/ws/live", null, "Cookie", visitor.cookies()))
          .isEqualTo(101);
      assertThat(visitor.send("/logout", Map.of()).header("Location"))
          .isEqualTo("/trackingbms/login?out");
    }
  }

  @Test
  void behindHttpsTheCookieIsSecureAndItsOriginIsOurs() {
    Map<String, String> settings = new HashMap<>(installation.environment());
    settings.put("TBMS_PUBLIC_URL", "https://portal.example");
    settings.put("TBMS_TRUSTED_PROXIES", "127.0.0.1");
    String[] ours = {
      "X-Forwarded-Proto",
      "https",
      "X-Forwarded-Host",
      "portal.example",
      "Origin",
      "https://portal.example"
    };
    String[] elsewhere = ours.clone();
    elsewhere[5] = "https://elsewhere.example";
    try (PortalServer server = Portal.start(settings, "https", "")) {
      Visitor visitor = new Visitor(new Http(server.url()));
      Map<String, String> form =
          Map.of(
              "csrf",
              visitor.token(ours),
              "email",
              portal.acme().user().email(),
              "password",
              portal.acme().user().password());
      assertThat(visitor.send("/login", form, elsewhere).status()).isEqualTo(403);
      Answer in = visitor.send("/login", form, ours);
      assertThat(in.status()).isEqualTo(303);
      assertThat(in.header("Location")).isEqualTo("/");
      assertThat(in.header("Set-Cookie")).startsWith("__Host-tbms_session=").contains("; Secure");
      guestIsKnownByACookieOfThisHost(new Http(server.url()), ours);
    }
  }

  private void guestIsKnownByACookieOfThisHost(Http server, String... headers) {
    String admin = portal.signIn(portal.acme().admin());
    Answer made =
        portal
            .http()
            .postJson(
                "/api/v1/shares",
                admin,
                "{\"name\":\"Visiteurs\",\"access\":{\"kind\":\"batteries\",\"ids\":[\"%s\"]}}"
                    .formatted(portal.battery().id()));
    String link = made.json().get("url").asText().replaceFirst(".*/s/", "/s/");
    Answer opened = server.get(link, null, headers);
    String cookie =
        opened.headers().allValues("Set-Cookie").stream()
            .filter(set -> set.contains("tbms_share="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie)
        .startsWith("__Host-tbms_share=")
        .contains("; Secure", "HttpOnly", "SameSite=Lax", "Path=/;")
        .doesNotContain("Domain");
    String known = cookie.split(";", 2)[0];
    assertThat(server.get("/c/acme", null, with(headers, "Cookie", known)).status()).isEqualTo(200);
    String planted = known.replace("__Host-", "");
    assertThat(server.get("/c/acme", null, with(headers, "Cookie", planted)).status())
        .as("one that any host of the domain could have set")
        .isEqualTo(401);
  }

  private static String[] with(String[] headers, String... more) {
    return Stream.concat(Arrays.stream(headers), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void databaseThatIsAwayIsAPageInBothLanguages() throws Exception {
    URI real = URI.create(installation.access().server().substring("jdbc:".length()));
    try (TcpRelay wire = new TcpRelay(real.getHost(), real.getPort())) {
      Map<String, String> settings = new HashMap<>(installation.environment());
      settings.computeIfPresent(
          "TBMS_DB_URL",
          (name, url) -> url.replace(real.getAuthority(), "127.0.0.1:" + wire.port()));
      try (PortalServer server = Portal.start(settings, "pages-away", "")) {
        Visitor visitor = new Visitor(new Http(server.url()));
        visitor.signIn(portal.acme().user());
        assertThat(visitor.get("/c/acme").status()).isEqualTo(200);
        wire.cut();

        // Who asks is not known, hence not in which language.
        assertAway(
            onceNothingIsRemembered(visitor), "Service momentanément", "Service temporarily");
        Visitor stranger = new Visitor(new Http(server.url()));
        assertThat(stranger.get("/login").status()).isEqualTo(200);
        assertAway(stranger.signIn(portal.acme().user()), "Service momentanément");

        wire.mend();
        assertThat(visitor.get("/c/acme").status()).isEqualTo(200);
      }
    }
  }

  // Who asks is known for a second without asking, and what they see may be in memory.
  private static Answer onceNothingIsRemembered(Visitor visitor) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    Answer answer = visitor.get("/c/acme");
    while (answer.status() == 200 && System.nanoTime() < end) {
      answer = visitor.get("/c/acme");
    }
    return answer;
  }

  private static void assertAway(Answer answer, String... words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(answer.body()).contains(words);
    assertKeepsInsides(answer);
  }
}
