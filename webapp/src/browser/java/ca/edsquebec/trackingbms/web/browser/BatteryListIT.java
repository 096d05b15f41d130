package ca.edsquebec.trackingbms.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The list of batteries in the hands of people: by mouse, keyboard or finger, with and without
 * scripts.
 */
@ExtendWith({DemoPortal.Extension.class, BrowserExtension.class})
class BatteryListIT {

  private static final String LIST = "/c/laval/batteries";
  private static final String WHO = "julie@laval.example";
  private static final int BATTERIES = 9;

  private final DemoPortal portal;
  private final Tabs tabs;

  BatteryListIT(DemoPortal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
  }

  private Tab open(Look look, String query) {
    Tab tab = portal.signedIn(tabs, look, WHO);
    tab.go(LIST + query);
    tab.awaitLive();
    return tab;
  }

  private static Locator rows(Page page) {
    return page.locator("tr[data-battery]");
  }

  @Test
  void choosingAFilterNarrowsTheListWithoutLeavingIt() {
    Page page = open(Look.DESKTOP, "").page();
    Locator box = page.locator("#state-unknown");
    box.focus();
    page.keyboard().press("Space");
    assertThat(rows(page)).hasCount(1);
    assertThat(page).hasURL(Pattern.compile("\\?state=unknown$"));
    assertThat(box).isFocused();
    assertThat(box).isChecked();
    assertThat(page.locator("#fleet-news")).hasText("1 batterie sur 9 correspond aux filtres");
    page.goBack();
    assertThat(rows(page)).hasCount(BATTERIES);
    assertThat(box).not().isChecked();
  }

  @Test
  void typingSearchesAndKeepsTheCursor() {
    Page page = open(Look.DESKTOP, "").page();
    page.locator("#q").pressSequentially("reserve");
    assertThat(rows(page)).hasCount(3);
    assertThat(page.locator("#q")).isFocused();
    page.locator("#q").pressSequentially(" toit");
    assertThat(rows(page)).hasCount(1);
    assertThat(page.locator("#q")).hasValue("reserve toit");
  }

  @Test
  void aChipTakesItsFilterAway() {
    Page page = open(Look.DESKTOP, "?state=unknown&q=r%C3%A9serve").page();
    assertThat(page.locator(".chip")).hasCount(2);
    page.locator(".chip a").first().click();
    assertThat(page.locator(".chip")).hasCount(1);
    assertThat(page.locator(".chip a")).isFocused();
    page.locator("#clear").click();
    assertThat(page.locator(".chip")).hasCount(0);
    assertThat(rows(page)).hasCount(BATTERIES);
  }

  @Test
  void aPlaceAndItsTypeAreNotChosenTogether() {
    Page page = open(Look.DESKTOP, "").page();
    Locator type = page.locator("input[name=type]").first();
    type.check();
    assertThat(page.locator(".chip")).hasCount(1);
    page.locator("input[name=place]").first().check();
    assertThat(page).hasURL(Pattern.compile("\\?place=[^&]*$"));
    assertThat(type).not().isChecked();
  }

  @Test
  void theListWorksWithoutScripts() {
    Tab tab = portal.signedInWithoutScripts(tabs, Look.DESKTOP, WHO);
    tab.go(LIST);
    Page page = tab.page();
    page.locator("#state-unknown").check();
    page.locator("#sort").selectOption("-temperature");
    page.locator("#filters button[type=submit]").click();
    assertThat(rows(page)).hasCount(1);
    assertThat(page.locator("#sort")).hasValue("-temperature");
    page.locator("#clear").click();
    assertThat(rows(page)).hasCount(BATTERIES);
  }

  @Test
  void thePhonesFiltersWorkWithoutScripts() {
    Tab tab = portal.signedInWithoutScripts(tabs, Look.PHONE, WHO);
    tab.go(LIST);
    Page page = tab.page();
    assertThat(page.locator("#filters")).isHidden();
    page.locator("#open-filters").click();
    page.locator("#state-unknown").focus();
    page.keyboard().press("Space");
    page.keyboard().press("Enter");
    assertThat(rows(page)).hasCount(1);
    assertThat(page.locator("#filters")).isHidden();
  }

  @Test
  void thePhonesFiltersSayHowManyTheyFind() {
    Page page = open(Look.PHONE, "").page();
    page.locator("#open-filters").click();
    page.locator("#state-unknown").check();
    Locator close = page.locator(".facets-close");
    assertThat(close).hasText("Voir 1 résultat");
    close.click();
    assertThat(page.locator("#filters")).isHidden();
    assertThat(page.locator("#open-filters")).isFocused();
    assertThat(page.locator("#open-filters")).hasText("Filtres (1)");
  }

  @Test
  void theKeyboardReachesEveryBatteryAndSeesWhereItIs() {
    Page page = open(Look.DESKTOP, "").page();
    page.locator("#q").focus();
    Set<String> reached = new LinkedHashSet<>();
    for (int i = 0; i < 60 && reached.size() < BATTERIES; i++) {
      page.keyboard().press("Tab");
      assertThat((Boolean) page.evaluate(IN_SIGHT)).as("stop %d is in sight", i).isTrue();
      Object name =
          page.evaluate(
              "document.activeElement.matches('[data-name]') ? document.activeElement.textContent : null");
      if (name != null) {
        reached.add((String) name);
      }
    }
    assertThat(reached).hasSize(BATTERIES);
  }

  /** That the middle of what has the focus is not below something else, nor outside the window. */
  private static final String IN_SIGHT =
      """
      () => {
        const active = document.activeElement;
        const { left, top, width, height } = active.getBoundingClientRect();
        const x = left + Math.min(width / 2, 40);
        const y = Math.max(top, 0) + Math.min(height, innerHeight - Math.max(top, 0)) / 2;
        const there = document.elementFromPoint(x, y);
        return Boolean(there) && (active.contains(there) || there.contains(active));
      }""";

  @Test
  void aRowIsNeverMovedButANewOrderIsOffered() {
    Page page = open(Look.DESKTOP, "").page();
    assertThat(page.locator("#new-order")).isHidden();
    page.evaluate(
        "document.querySelector('tr[data-condition=normal]').before("
            + "document.querySelector('tr[data-condition=unknown]'))");
    page.evaluate(
        "document.querySelector('tbody').prepend(document.querySelector('tr[data-condition=normal]'))");
    Locator offer = page.locator("#new-order");
    assertThat(offer).isVisible();
    offer.click();
    assertThat(offer).isHidden();
    assertThat(rows(page).first())
        .hasAttribute("data-condition", Pattern.compile("critical|warning"));
  }

  static Stream<Look> looks() {
    return PageWalk.looks();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void itsStatesAreAccessibleAndFit(Look look) {
    Tab tab = open(look, "?sort=place&state=normal&state=stale");
    tab.assertAccessible();
    tab.screenshot("batteries-grouped");
    tab.assertFits(320, 390, 768, 1440);
    tab.go(LIST + "?q=zzz");
    tab.assertAccessible();
    tab.screenshot("batteries-nothing");
    tab.assertFits(320);
    if (look.width() < 992) {
      tab.page().locator("#open-filters").click();
      tab.assertAccessible();
      tab.screenshot("batteries-filters");
    }
  }
}
