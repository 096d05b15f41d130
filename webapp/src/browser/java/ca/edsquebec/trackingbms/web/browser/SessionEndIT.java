package ca.edsquebec.trackingbms.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.web.demo.DemoData.Account;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page does before its session ends, and after. The browser's clock is moved on. */
@ExtendWith({DemoPortal.Extension.class, BrowserExtension.class})
class SessionEndIT {

  private static final String FORM = "/c/laval/admin/invitations/new";
  private static final int TWO_HOURS = 2 * 60 * 60;

  private final Account person;
  private final Tab tab;
  private final Page page;

  SessionEndIT(DemoPortal portal, Tabs tabs) {
    person = portal.newcomer("laval", Role.CLIENT_ADMIN);
    tab = tabs.open(Look.DESKTOP, portal.url());
    page = tab.page();
    page.clock().install();
    tab.signIn(person.email(), person.password());
    tab.go(FORM);
    awaitAnswer();
  }

  @Test
  void whoStaysIsNotAskedAgain() {
    pass(TWO_HOURS - 300);
    assertThat(dialog()).isHidden();
    pass(200);
    assertThat(dialog()).containsText("Votre session se termine bientôt");
    tab.assertAccessible();
    tab.screenshot("session-ending");
    button("Rester connecté").click();
    awaitAnswer();
    assertThat(dialog()).isHidden();
    pass(TWO_HOURS - 300);
    assertThat(dialog()).isHidden();
  }

  @Test
  void whatWasTypedIsBackAfterSigningInAgain() {
    page.fill("#email", "lise@laval.example");
    page.fill("#name", "Lise");
    page.selectOption("#language", "en");
    page.locator("input[value=places]").check();
    pass(TWO_HOURS + 10);
    assertThat(dialog()).containsText("Votre session est terminée");
    tab.assertAccessible();
    tab.screenshot("session-over");
    page.keyboard().press("Escape");
    assertThat(dialog()).isVisible();
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("tbms_session"));
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("tbms_refresh"));
    button("Se reconnecter").click();

    page.fill("#email", person.email());
    page.fill("#password", person.password());
    page.locator(".signin button[type=submit]").click();
    page.waitForURL("**" + FORM);
    assertThat(page.getByText("Ce que vous aviez tapé est de retour.")).isVisible();
    assertThat(page.locator("#email")).hasValue("lise@laval.example");
    assertThat(page.locator("#email")).isFocused();
    assertThat(page.locator("#name")).hasValue("Lise");
    assertThat(page.locator("#language")).hasValue("en");
    assertThat(page.locator("input[value=places]")).isChecked();
    tab.screenshot("typed-back");
    page.reload();
    assertThat(page.locator("#email")).hasValue("");
  }

  @Test
  void whatIsDoneInAnotherTabKeepsThisOneToo() {
    pass(TWO_HOURS - 100);
    assertThat(dialog()).isVisible();
    // What the other tab would have written when the portal heard of it.
    Page other = page.context().newPage();
    other.navigate(page.url());
    other.evaluate(
        "until => localStorage.setItem('tbms-session-ends', until)",
        page.evaluate("String(Date.now() + 7200000)"));
    assertThat(dialog()).isHidden();
  }

  /** Until the page knows how long its session lasts. */
  private void awaitAnswer() {
    assertThat(dialog()).hasAttribute("data-state", "");
  }

  private void pass(int seconds) {
    page.clock().fastForward(seconds * 1000L);
  }

  private Locator dialog() {
    return page.locator("#session");
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
