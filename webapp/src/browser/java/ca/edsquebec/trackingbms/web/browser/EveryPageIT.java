package ca.edsquebec.trackingbms.web.browser;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in each language, theme and width: accessible, never wider than its window, and a
 * picture of it to look at.
 */
@ExtendWith({DemoPortal.Extension.class, BrowserExtension.class})
class EveryPageIT {

  private static final int[] WIDTHS = {320, 390, 768, 1440};

  private final DemoPortal portal;
  private final Tabs tabs;

  EveryPageIT(DemoPortal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
  }

  static Stream<Look> looks() {
    return Stream.of(Look.DESKTOP, Look.PHONE)
        .flatMap(
            look ->
                Stream.of(look, look.inTheDark(), look.inEnglish(), look.inEnglish().inTheDark()));
  }

  static Stream<Arguments> pages() {
    List<String> pages = List.of("dashboard", "batteries");
    return pages.stream().flatMap(page -> looks().map(look -> Arguments.of(page, look)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isAccessibleAndFits(String name, Look look) {
    Tab tab = portal.signedIn(tabs, look, "eds@trackingbms.example");
    tab.go(path(name));
    tab.awaitLive();
    tab.assertAccessible();
    tab.screenshot(name);
    tab.assertFits(WIDTHS);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aBatteryIsAccessibleAndFits(Look look) {
    for (String name :
        List.of("Réserve toit", "Chariot élévateur 2", "Transpalette 1", "Réserve annexe")) {
      Tab tab = portal.signedIn(tabs, look, "julie@laval.example");
      tab.go("/c/laval/batteries?q=" + name.replace(" ", "%20"));
      tab.page()
          .getByRole(
              com.microsoft.playwright.options.AriaRole.LINK,
              new com.microsoft.playwright.Page.GetByRoleOptions().setName(name))
          .first()
          .click();
      tab.page().waitForURL("**/batteries/*");
      tab.awaitLive();
      tab.assertAccessible();
      tab.screenshot("battery-" + name);
      tab.assertFits(WIDTHS);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void signingInIsAccessibleAndFits(Look look) {
    Tab tab = tabs.open(look, portal.url());
    tab.go("/login");
    tab.assertAccessible();
    tab.screenshot("sign-in");
    tab.assertFits(WIDTHS);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void anErrorIsAccessibleAndFits(Look look) {
    Tab tab = portal.signedIn(tabs, look, "julie@laval.example");
    tab.expectFault("404");
    tab.go("/c/laval/nowhere");
    tab.assertAccessible();
    tab.screenshot("not-found");
    tab.assertFits(WIDTHS);
  }

  private static String path(String name) {
    return switch (name) {
      case "dashboard" -> "/c/laval";
      case "batteries" -> "/c/laval/batteries";
      default -> throw new IllegalArgumentException(name);
    };
  }
}
