package ca.edsquebec.trackingbms.web;

import static ca.edsquebec.trackingbms.web.testkit.Problems.assertKeepsInsides;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets which page, from whom a change is taken, and in which language. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalPagesIT {

  private final Portal portal;
  private final Http http;
  private final Visitor visitor;

  PortalPagesIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.visitor = new Visitor(http);
    visitor.signIn(portal.acme().user());
  }

  private void assertErrorPage(Answer answer, int status, String... words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(answer.body()).contains(words).contains("<html lang=\"");
    assertKeepsInsides(answer);
  }

  @Test
  void anotherClientIsNotThere() {
    assertErrorPage(visitor.get("/c/boreal"), 404, "Page introuvable");
    assertErrorPage(visitor.get("/c/nobody"), 404, "Page introuvable");
    assertThat(visitor.get("/c/boreal").body()).doesNotContain("Boréal");
    assertThat(visitor.get("/c/acme", "X-Client", "boreal").body()).doesNotContain("Boréal");
    assertThat(visitor.get("/c/acme?client=boreal").body()).doesNotContain("Boréal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/c/acme/nothing", "/c", "/index.html", "/WEB-INF/web.xml"})
  void unknownPathIsAnErrorPage(String path) {
    assertErrorPage(visitor.get(path), 404, "Page introuvable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/c/Acme!", "/c/acme%0d%0a", "/c/%3Cscript%3E"})
  void impossibleClientIsNotThere(String path) {
    Answer answer = visitor.get(path);
    assertErrorPage(answer, 404, "Page introuvable");
    assertThat(answer.body()).doesNotContain("<script>");
  }

  @Test
  void wrongMethodIsAnErrorPage() {
    assertErrorPage(visitor.send("/c/acme", Map.of()), 405, "Action impossible ici");
  }

  @Test
  void cookieAndTokenAreNotTakenForEachOther() {
    String cookie = visitor.cookie(Visitor.SESSION);
    assertThat(http.get("/api/v1/me", cookie).status()).isEqualTo(401);
    String token = portal.signIn(portal.acme().user());
    assertThat(http.get("/api/v1/me", null, "Cookie", "tbms_session=" + token).status())
        .isEqualTo(401);
    assertThat(http.get("/api/v1/me", null, "Cookie", "tbms_session=" + cookie).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1", "::", ""})
  void changeThatAnotherPageAsksForIsRefused(String origin) {
    Answer forged =
        origin.isEmpty()
            ? visitor.send("/logout", Map.of(), new String[0])
            : visitor.send("/logout", Map.of(), "Origin", origin);
    assertErrorPage(forged, 403, "Accès refusé", "Access denied");
    Answer byScript =
        http.postJson(
            "/api/v1/auth/logout",
            null,
            "",
            "Cookie",
            visitor.cookies(),
            "Origin",
            "https://e.com");
    assertThat(byScript.status()).isEqualTo(403);
    assertThat(visitor.get("/c/acme").status()).isEqualTo(200);
  }

  @Test
  void webSocketOpensForOurPagesOnly() {
    String cookies = visitor.cookies();
    assertThat(
            LiveSocket.statusOf(
                http, "/ws/live?client=acme", null, "Cookie", cookies, "Origin", visitor.origin()))
        .isEqualTo(101);
    assertThat(
            LiveSocket.statusOf(
                http, "/ws/live", null, "Cookie", cookies, "Origin", "https://evil.example"))
        .isEqualTo(403);
  }

  @Test
  void switcherIsForThoseOfSeveralClients() {
    Portal.Account both = new Cast(portal).join(Membership.WHOLE);
    portal.join(both, portal.boreal());
    Visitor two = new Visitor(http);
    two.signIn(both);
    assertThat(two.get("/c/acme").body())
        .contains("<details class=\"tenant-menu\">", "href=\"/c/boreal\"");
    assertThat(visitor.get("/c/acme").body()).doesNotContain("tenant-menu", "/c/boreal");
  }

  @Test
  void pageIsInFrenchUnlessSomebodyWishesOtherwise() {
    Visitor fresh = new Visitor(http);
    assertThat(fresh.get("/login").body()).contains("<html lang=\"fr-CA\">", "Se connecter");
    assertThat(fresh.get("/login", "Accept-Language", "en-US,en;q=0.9").body())
        .contains("<html lang=\"en-CA\">", "Sign in");
    assertThat(fresh.get("/login", "Accept-Language", "de").body()).contains("lang=\"fr-CA\"");
    // The person's own language goes before the browser's.
    assertThat(visitor.get("/c/acme", "Accept-Language", "en").body()).contains("lang=\"fr-CA\"");
  }

  @Test
  void languageOfALinkIsKept() {
    Visitor reader = new Visitor(http);
    reader.setCookie(Visitor.SESSION, visitor.cookie(Visitor.SESSION));
    Answer asked = reader.get("/c/acme?lang=en");
    assertThat(asked.body()).contains("<html lang=\"en-CA\">", "href=\"/c/acme?lang=fr\"");
    assertThat(asked.header("Set-Cookie")).contains("tbms_lang=en", "SameSite=Lax", "Max-Age=");
    assertThat(reader.get("/c/acme").body()).contains("<html lang=\"en-CA\">");
    assertErrorPage(reader.get("/c/acme/nothing"), 404, "Page not found");
    assertThat(reader.get("/c/acme?lang=xx").body()).contains("<html lang=\"en-CA\">");
    assertThat(reader.get("/c/acme?lang=fr").body()).contains("<html lang=\"fr-CA\">");
  }

  @ParameterizedTest
  @CsvSource({"fr, Page introuvable", "en, Page not found"})
  void errorPageIsInTheReadersLanguage(String language, String title) {
    assertErrorPage(new Visitor(http).get("/x", "Accept-Language", language), 404, title);
  }
}
