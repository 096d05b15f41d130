package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.LiveSocket;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a person comes in by the form, and leaves. */
@ExtendWith(PortalExtension.class)
class SignInPageIT {

  private static final String REFUSED = "Adresse courriel ou mot de passe invalide.";

  private final Portal portal;
  private final Http http;
  private final Portal.Account user;
  private final Visitor visitor;

  SignInPageIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.user = portal.acme().user();
    this.visitor = new Visitor(http);
  }

  @Test
  void formGivesACookieThatScriptsAndOtherSitesCannotUse() {
    Answer answer = visitor.signIn(user);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/");
    assertThat(answer.header("Set-Cookie").split("; *"))
        .contains("Path=/", "HttpOnly", "SameSite=Lax")
        .noneMatch(part -> part.startsWith("Max-Age") || part.startsWith("Expires"));

    Answer home = visitor.get("/");
    assertThat(home.status()).isEqualTo(303);
    assertThat(home.header("Location")).isEqualTo("/c/acme");
    Answer page = visitor.get("/c/acme");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Acme Énergie", user.email(), "Utilisateur");
  }

  @Test
  void unknownAccountAndWrongPasswordAreAnsweredAlike() {
    Answer wrong = visitor.signIn(user.email(), "no", "");
    Answer unknown = visitor.signIn("nobody@acme.example", "no", "");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.body()).contains(REFUSED, "value=\"" + user.email() + "\"");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(withoutTokenAndTime(unknown).replace("nobody@acme.example", user.email()))
        .isEqualTo(withoutTokenAndTime(wrong));
    assertThat(visitor.cookie(Visitor.SESSION)).isEmpty();
  }

  @Test
  void whatWasTypedComesBackEscaped() {
    Answer answer = visitor.signIn("\"><script>x</script>", "no", "/\"><script>");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body())
        .contains("value=\"&#034;&gt;&lt;script&gt;x&lt;/script&gt;\"")
        .doesNotContain("<script>x", "\"><script>");
  }

  @Test
  void missingFieldsAreAskedFor() {
    assertThat(visitor.signIn(user.email(), "", "").status()).isEqualTo(400);
    assertThat(visitor.signIn(" ", "x", "").status()).isEqualTo(400);
    Answer nothing = visitor.send("/login", Map.of());
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(nothing.body()).contains("Entrez votre adresse courriel et votre mot de passe.");
  }

  @Test
  void aRequestWithoutAnyBodyIsAskedForTheFields() {
    Answer nothing = http.send("POST", "/login", null, BodyPublishers.noBody());
    assertThat(nothing.status()).isBetween(400, 415);
  }

  @Test
  void whoSignsInOverASessionEndsIt() {
    visitor.signIn(user);
    String before = visitor.cookie(Visitor.SESSION);
    visitor.signIn(user);
    Answer late =
        http.get("/c/acme", null, "Accept", "text/html", "Cookie", Visitor.SESSION + "=" + before);
    assertThat(late.header("Location")).startsWith("/login");
    assertThat(visitor.get("/c/acme").status()).isEqualTo(200);
  }

  @Test
  void tooManyFailuresAreToldHowLongToWait() {
    for (int i = 0; i < 10; i++) {
      assertThat(visitor.signIn("guessed@form.example", "no", "").status()).isEqualTo(401);
    }
    Answer answer = visitor.signIn("guessed@form.example", "no", "");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).contains("Trop de tentatives. Réessayez dans une minute.");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(50, 60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "evil",
        "/a\r\nSet-Cookie: x=y",
        "/\t/evil.example",
        "javascript:x",
        "/c/acme?q={x}",
        "/c/acme?q=%zz",
        "/c/acme\"x",
        "/logout",
        "/api/v1/me",
        "/é"
      })
  void formLeadsNowhereElse(String next) {
    Answer answer = visitor.signIn(user.email(), user.password(), next);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/");
    assertThat(answer.headers().allValues("Set-Cookie")).allMatch(line -> line.startsWith("tbms_"));
  }

  @Test
  void whoMustSignInComesBackToThePage() {
    String page = "/c/acme?type=a%20b&x=%26";
    Answer sent = visitor.get(page);
    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.header("Location"))
        .isEqualTo("/login?next=%2Fc%2Facme%3Ftype%3Da%2520b%26x%3D%2526");

    Answer form = visitor.get(sent.header("Location"));
    assertThat(form.body()).contains("name=\"next\" value=\"/c/acme?type=a%20b&amp;x=%26\"");
    assertThat(visitor.signIn(user.email(), user.password(), page).header("Location"))
        .isEqualTo(page);
  }

  @Test
  void leavingEndsThisSessionAndNoOther() {
    String token = portal.signIn(user);
    visitor.signIn(user);
    String cookie = visitor.cookie(Visitor.SESSION);
    assertThat(LiveSocket.statusOf(http, "/ws/live", null, "Cookie", visitor.cookies()))
        .isEqualTo(101);

    Answer out = visitor.send("/logout", Map.of());

    assertThat(out.status()).isEqualTo(303);
    assertThat(out.header("Location")).isEqualTo("/login?out");
    assertThat(visitor.cookie(Visitor.SESSION)).isEmpty();
    assertThat(visitor.get("/login?out").body()).contains("Vous êtes déconnecté.");
    visitor.setCookie(Visitor.SESSION, cookie);
    assertThat(
            LiveSocket.statusOf(http, "/ws/live", null, "Cookie", Visitor.SESSION + "=" + cookie))
        .isEqualTo(401);
    assertThat(visitor.get("/c/acme").status()).isEqualTo(303);
    assertThat(http.get("/api/v1/me", token).status()).isEqualTo(200);
  }

  @Test
  void formIsNotTakenInAnotherShape() {
    Answer json = http.postJson("/login", null, "{\"email\":\"a\",\"password\":\"b\"}");
    assertThat(json.status()).isEqualTo(415);
  }

  // Each form has another.
  /** What two pages have alike, asked for one after the other. */
  private static String withoutTokenAndTime(Answer page) {
    return page.body()
        .replaceAll("name=\"csrf\" value=\"[^\"]*\"", "")
        .replaceAll("data-now=\"\\d+\"", "");
  }
}
