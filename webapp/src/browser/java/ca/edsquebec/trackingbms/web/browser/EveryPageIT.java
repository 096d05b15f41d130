package ca.edsquebec.trackingbms.web.browser;

import com.microsoft.playwright.Locator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in each language, theme and width: accessible, never wider than its window, and a
 * picture of it to look at.
 */
@ExtendWith({DemoPortal.Extension.class, BrowserExtension.class})
class EveryPageIT {

  /** One of each fate: well, warning, stale, never heard. */
  private static final Map<String, String> BATTERIES = new LinkedHashMap<>();

  static {
    BATTERIES.put("battery-well", "Réserve toit");
    BATTERIES.put("battery-warning", "Chariot élévateur 2");
    BATTERIES.put("battery-stale", "Transpalette 1");
    BATTERIES.put("battery-silent", "Réserve annexe");
  }

  private final DemoPortal portal;
  private final Tabs tabs;

  EveryPageIT(DemoPortal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
  }

  static Stream<Look> looks() {
    return PageWalk.looks();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void theFleetsPagesAreAccessibleAndFit(Look look) {
    Tab tab = portal.signedIn(tabs, look, "eds@trackingbms.example");
    tab.go("/c/laval");
    tab.awaitLive();
    check(tab, look, "dashboard");
    tab.go("/c/laval/batteries");
    tab.awaitLive();
    check(tab, look, "batteries");
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aBatterysPageIsAccessibleAndFits(Look look) {
    Tab tab = portal.signedIn(tabs, look, "julie@laval.example");
    BATTERIES.forEach(
        (picture, name) -> {
          tab.go("/c/laval/batteries");
          tab.page()
              .locator("[data-battery] a")
              .filter(new Locator.FilterOptions().setHasText(name))
              .first()
              .click();
          tab.page().waitForURL("**/batteries/*");
          tab.awaitLive();
          check(tab, look, picture);
        });
  }

  @ParameterizedTest
  @MethodSource("looks")
  void thePlatformsPagesOfClientsAreAccessibleAndFit(Look look) {
    Tab tab = portal.signedInForThePlatform(tabs, look);
    tab.go("/platform/clients");
    check(tab, look, "clients");
    tab.go("/platform/clients/new");
    check(tab, look, "client-new");
    tab.go("/platform/clients/laval");
    check(tab, look, "client");
    tab.page().fill("#visitReason", "Billet 42");
    tab.page().locator("form[action*='/platform/visits?'] button").click();
    tab.page().waitForURL("**/c/laval");
    tab.awaitLive();
    check(tab, look, "support-view");
    tab.page().locator("form[action*='/platform/visits/end'] button").click();
    tab.page().waitForURL("**/platform/clients/laval?done=visit-ended");
  }

  @ParameterizedTest
  @MethodSource("looks")
  void signingInIsAccessibleAndFits(Look look) {
    Tab tab = tabs.open(look, portal.url());
    tab.go("/login");
    check(tab, look, "sign-in");
  }

  @ParameterizedTest
  @MethodSource("looks")
  void anErrorIsAccessibleAndFits(Look look) {
    Tab tab = portal.signedIn(tabs, look, "julie@laval.example");
    tab.expectFault("404");
    tab.go("/c/laval/nowhere");
    check(tab, look, "not-found");
  }

  private static void check(Tab tab, Look look, String picture) {
    new PageWalk(tab, look).see(picture);
  }
}
