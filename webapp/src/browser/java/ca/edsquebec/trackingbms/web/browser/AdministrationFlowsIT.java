package ca.edsquebec.trackingbms.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator of a client does, by what is clicked. */
@ExtendWith({DemoPortal.Extension.class, BrowserExtension.class})
class AdministrationFlowsIT {

  private final DemoPortal portal;
  private final Tabs tabs;

  AdministrationFlowsIT(DemoPortal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
  }

  @Test
  void aKeyIsShownOnceCopiedAndRevoked() {
    Tab tab = portal.signedIn(tabs, Look.DESKTOP, "julie@laval.example");
    Page page = tab.page();
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    String name = "Automate " + UUID.randomUUID();
    tab.go("/c/laval/admin/keys");
    page.locator("form.form-card #name").fill(name);
    page.getByLabel("Lire les batteries et leurs données").check();
    button(page, "Créer la clé").click();
    String secret = page.locator("#secret").innerText();
    assertThat(secret).startsWith("tbms_");
    button(page, "Copier").click();
    assertThat(page.getByText("Copié")).isVisible();
    assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(secret);
    tab.assertAccessible();
    tab.screenshot("key-created");

    tab.go("/c/laval/admin/keys");
    assertThat(page.locator("#secret")).hasCount(0);
    Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(name));
    row.locator("summary", new Locator.LocatorOptions().setHasText("Révoquer")).click();
    assertThat(row.getByText("C’est définitif.")).isVisible();
    tab.assertAccessible();
    tab.screenshot("key-revoke");
    row.locator(".btn-danger").click();
    assertThat(page.getByText("La clé est révoquée.")).isVisible();
    assertThat(row.getByText("Révoquée")).isVisible();
  }

  @Test
  void aShareLinkShowsTheFleetAndNothingToChange() {
    Tab tab = portal.signedIn(tabs, Look.DESKTOP, "julie@laval.example");
    Page page = tab.page();
    String name = "Comité " + UUID.randomUUID();
    tab.go("/c/laval/admin/shares");
    page.locator("form.form-card #name").fill(name);
    button(page, "Créer le lien").click();
    URI address = URI.create(page.locator("#secret").innerText());

    Tab guest = tabs.open(Look.DESKTOP, portal.url());
    guest.go(address.getRawPath());
    assertThat(guest.page().getByText(name)).isVisible();
    assertThat(guest.page().locator("h1")).hasText("Tableau de bord");
    assertThat(guest.page().locator("a[href*='/admin/']")).hasCount(0);
    guest.awaitLive();
    guest.expectFault("403");
    assertThat(guest.go("/c/laval/admin/users").status()).isEqualTo(403);
    guest.go("/c/laval/batteries");
    guest.page().locator("[data-battery] a").first().click();
    guest.page().waitForURL("**/batteries/*");
    assertThat(guest.page().locator("a[href$='/details']")).hasCount(0);
  }

  @Test
  void aFieldIsDefinedAndFilledOnABattery() {
    Tab tab = portal.signedIn(tabs, Look.DESKTOP, "alain@nord.example");
    Page page = tab.page();
    String label = "Contrat " + UUID.randomUUID().toString().substring(0, 8);
    tab.go("/c/nord/admin/fields");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nouveau champ"))
        .first()
        .click();
    page.fill("#labelFr", label);
    page.fill("#labelEn", "Contract");
    button(page, "Créer le champ").click();
    assertThat(page.getByText("Le champ est créé.")).isVisible();

    tab.go("/c/nord/batteries");
    page.locator("[data-battery] a").first().click();
    page.locator("a[href$='/details']").click();
    page.getByLabel(label).fill("C-2026-114");
    button(page, "Enregistrer").click();
    assertThat(page.getByText("C-2026-114")).isVisible();
  }

  @Test
  void whatIsWrongStandsAtTheTopAndLeadsToTheField() {
    Tab tab = portal.signedIn(tabs, Look.PHONE, "julie@laval.example");
    Page page = tab.page();
    tab.go("/c/laval/admin/invitations/new");
    page.fill("#email", "marc@laval.example");
    page.fill("#name", "Marc");
    tab.expectFault("400");
    button(page, "Envoyer l’invitation").click();
    assertThat(page.locator("#form-errors")).isFocused();
    page.locator("#form-errors a").click();
    assertThat(page.locator("#email")).isFocused();
    assertThat(page.locator("#email")).hasValue("marc@laval.example");
    tab.assertAccessible();
    tab.assertFits(320, 390);
    tab.screenshot("invite-refused");
  }

  @Test
  void thePhonesMenuOpensOnEveryPageOfTheAdministration() {
    Tab tab = portal.signedIn(tabs, Look.PHONE, "julie@laval.example");
    Page page = tab.page();
    for (String one : List.of("users", "roles", "fields", "settings", "audit", "keys", "shares")) {
      tab.go("/c/laval/admin/" + one);
      page.locator("[data-menu-toggle]").click();
      assertThat(page.locator("#menu")).isVisible();
    }
    tab.screenshot("menu");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
