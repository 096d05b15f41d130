package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person's own account, in a browser. */
@ExtendWith(PortalExtension.class)
class AccountPagesIT {

  private final Portal portal;
  private final Http http;
  private final Portal.Account admin;
  private final Visitor visitor;

  AccountPagesIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
    this.admin = portal.acme().admin();
    this.visitor = new Visitor(http);
  }

  @Test
  void accountIsForWhoSignedInOnly() {
    assertThat(visitor.get("/account").header("Location")).startsWith("/login?next=%2Faccount");
    assertThat(http.get("/account", portal.acme().key(), "Accept", "text/html").status())
        .isEqualTo(403);
    assertThat(visitor.signIn(admin.email(), admin.password(), "/account").header("Location"))
        .isEqualTo("/account");
    assertThat(visitor.get("/account").body())
        .contains("Mon compte", admin.email(), "Cette session");
  }

  @Test
  void aSessionGoesOnWhenItsAccessTokenIsGone() {
    visitor.signIn(admin);
    visitor.setCookie(Visitor.SESSION, "garbage");
    assertThat(visitor.get("/account").status()).isEqualTo(200);
    assertThat(visitor.cookie(Visitor.SESSION)).isNotEqualTo("garbage");
    assertThat(visitor.get("/account").status()).isEqualTo(200);
  }

  @Test
  void anotherSessionIsRevokedAndThisOneStays() {
    visitor.signIn(admin);
    Visitor other = new Visitor(http);
    other.signIn(admin);
    Answer done = visitor.send("/account/sessions/revoke-others", Map.of());
    assertThat(done.header("Location")).isEqualTo("/account?done=sessions");
    assertThat(other.get("/account").status()).isEqualTo(303);
    assertThat(visitor.get("/account?done=sessions").body())
        .contains("Vos autres sessions sont révoquées.");
  }

  @Test
  void aPasswordChangesOnlyWithTheCurrentOneAndWhenItIsGood() {
    visitor.signIn(admin);
    Answer common = change(admin.password(), "password1234");
    assertThat(common.status()).isEqualTo(400);
    assertThat(common.body()).contains("se devine facilement", "href=\"#password\"");
    Answer wrong = change("wrong", "chat orange sur le quai");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("Ce n’est pas votre mot de passe actuel.");
    assertThat(visitor.get("/account").status()).isEqualTo(200);
  }

  @Test
  void theSecondFactorShowsItsKeyAndRefusesAWrongCode() {
    visitor.signIn(admin);
    String page = visitor.get("/account/second-factor").body();
    assertThat(page).contains("<svg class=\"qr\"", "autocomplete=\"one-time-code\"");
    Answer wrong = confirm("abc", admin.password());
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("Ce code est erroné");
    assertThat(key(wrong.body())).isEqualTo(key(page));
  }

  @Test
  void whoFindsABrowserOpenSetsUpNoSecondFactor() {
    visitor.signIn(admin);
    visitor.get("/account/second-factor");
    for (String password : new String[] {"", "wrong"}) {
      Answer refused = confirm("000000", password);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body())
          .contains("Ce n’est pas votre mot de passe actuel.", "id=\"password-error\"")
          .doesNotContain("Ce code est erroné");
    }
  }

  private Answer confirm(String code, String password) {
    return visitor.send(
        "/account/second-factor/confirm", Map.of("code", code, "password", password));
  }

  @Test
  void aProfileIsChanged() {
    visitor.signIn(admin);
    assertThat(visitor.send("/account/profile", Map.of("name", " ", "language", "fr")).status())
        .isEqualTo(400);
    Answer done = visitor.send("/account/profile", Map.of("name", admin.email(), "language", "fr"));
    assertThat(done.header("Location")).isEqualTo("/account?done=profile");
  }

  @Test
  void whoForgotThePasswordIsAnsweredAlikeWhetherThereIsAnAccount() {
    for (String email : new String[] {admin.email(), "nobody@acme.example", "no address"}) {
      assertThat(visitor.send("/forgot", Map.of("email", email)).header("Location"))
          .isEqualTo("/forgot?done");
    }
    assertThat(visitor.get("/forgot?done").body()).contains("Si un compte existe");
    assertThat(visitor.get("/reset?token=made-up").status()).isEqualTo(400);
    assertThat(visitor.send("/reset", Map.of("token", "x", "password", "y")).status())
        .isEqualTo(400);
  }

  private Answer change(String current, String fresh) {
    return visitor.send("/account/password", Map.of("current", current, "password", fresh));
  }

  private static String key(String page) {
    Matcher key = Pattern.compile("<code>([a-z2-7 ]+)</code>").matcher(page);
    assertThat(key.find()).isTrue();
    return key.group(1);
  }
}
