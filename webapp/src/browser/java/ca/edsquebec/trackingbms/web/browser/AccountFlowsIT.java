package ca.edsquebec.trackingbms.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.web.demo.DemoData.Account;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How people come to an account and protect it, by what they click. */
@ExtendWith({DemoPortal.Extension.class, BrowserExtension.class})
class AccountFlowsIT {

  private static final Pattern DASHBOARD = Pattern.compile(".*/c/laval$");
  private static final String PASSWORD = "trois corneilles sur le quai 7";

  private final DemoPortal portal;
  private final Tabs tabs;

  AccountFlowsIT(DemoPortal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
  }

  @Test
  void whoIsInvitedOpensTheMailsLinkAndLandsOnTheDashboard() {
    String email = "nouveau-" + UUID.randomUUID() + "@laval.example";
    Tab admin = portal.signedIn(tabs, Look.DESKTOP, "julie@laval.example");
    admin.go("/c/laval/admin/users");
    link(admin, "Inviter une personne").click();
    admin.page().fill("#email", email);
    admin.page().fill("#name", "Noémie Tremblay");
    button(admin, "Envoyer l’invitation").click();
    assertThat(admin.page().getByText("L’invitation est envoyée par courriel.")).isVisible();
    assertThat(admin.page().getByText(email)).isVisible();

    Tab invited = tabs.open(Look.PHONE, portal.url());
    invited.go(portal.mailbox().linkTo(email));
    assertThat(invited.page().locator("#name")).hasValue("Noémie Tremblay");
    invited.page().fill("#password", PASSWORD);
    button(invited, "Créer mon compte").click();
    assertThat(invited.page().getByText("Votre compte est créé.")).isVisible();
    invited.page().fill("#email", email);
    invited.page().fill("#password", PASSWORD);
    button(invited, "Se connecter").click();
    assertThat(invited.page()).hasURL(DASHBOARD);

    admin.page().reload();
    assertThat(admin.page().locator("tr", hasText(email)).getByText("Utilisateur")).isVisible();
  }

  @Test
  void aSecondFactorIsSetUpAskedForAndNoMoreOnATrustedDevice() {
    Account person = portal.newcomer("laval", Role.USER);
    Tab tab = tabs.open(Look.DESKTOP, portal.url());
    tab.signIn(person.email(), person.password());
    tab.go("/account");
    link(tab, "Activer").click();
    Authenticator phone = new Authenticator(tab.page().locator(".secret-once code").innerText());
    tab.page().fill("#code", phone.code());
    tab.page().fill("#password", person.password());
    button(tab, "Activer la vérification").click();
    Locator codes = tab.page().locator(".backup-codes code");
    assertThat(codes).hasCount(10);
    see(tab, "backup-codes");
    String backup = codes.first().innerText();
    link(tab, "Je les ai notés").click();
    tab.go("/account/second-factor");
    see(tab, "second-factor-on");

    // Another visitor: the device that enrolled is known, but trusted only when that is asked for.
    Tab other = tabs.open(Look.DESKTOP, portal.url());
    other.enterPassword(person.email(), person.password());
    see(other, "code");
    other.expectFault("401");
    other.page().fill("#code", "000 000");
    button(other, "Vérifier").click();
    assertThat(other.page().getByRole(AriaRole.ALERT)).containsText("Ce code est erroné");
    other.page().fill("#code", phone.code());
    other.page().getByLabel("Ne plus demander de code").check();
    button(other, "Vérifier").click();
    assertThat(other.page()).hasURL(DASHBOARD);
    signOut(other);
    other.signIn(person.email(), person.password());
    assertThat(other.page()).hasURL(DASHBOARD);

    Tab third = tabs.open(Look.DESKTOP, portal.url());
    third.enterPassword(person.email(), person.password());
    link(third, "Utiliser un code de secours").click();
    third.page().fill("#code", backup);
    button(third, "Vérifier").click();
    assertThat(third.page()).hasURL(DASHBOARD);
    third.go("/account");
    assertThat(third.page().getByText("9 codes de secours")).isVisible();
  }

  @Test
  void twoTabsThatRenewAtOnceStaySignedIn() {
    Tab tab = portal.signedIn(tabs, Look.DESKTOP, "julie@laval.example");
    BrowserContext visitor = tab.page().context();
    Page second = visitor.newPage();
    tab.go("/account");
    second.navigate(tab.page().url());
    // Its quarter of an hour is over: both have the refresh token only.
    visitor.clearCookies(new BrowserContext.ClearCookiesOptions().setName("tbms_session"));
    tab.page().evaluate("url => { setTimeout(() => location.assign(url)) }", "/c/laval/batteries");
    second.navigate(portal.url() + "/c/laval");
    tab.page().waitForURL("**/c/laval/batteries");
    for (int i = 0; i < 2; i++) {
      assertThat(tab.page().locator("h1")).hasText("Batteries");
      assertThat(second.locator("h1")).hasText("Tableau de bord");
      tab.page().reload();
      second.reload();
    }
  }

  private static void see(Tab tab, String picture) {
    tab.assertAccessible();
    tab.screenshot(picture);
  }

  private static void signOut(Tab tab) {
    tab.page().locator(".person-menu summary").click();
    button(tab, "Se déconnecter").click();
    assertThat(tab.page().getByText("Vous êtes déconnecté.")).isVisible();
  }

  private static Locator button(Tab tab, String name) {
    return tab.page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Tab tab, String name) {
    return tab.page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
