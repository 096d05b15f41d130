package ca.edsquebec.trackingbms.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of how a battery is connected: accessible, it fits, and it follows what comes. */
@ExtendWith({DemoPortal.Extension.class, BrowserExtension.class})
class ConnectLooksIT {

  private final DemoPortal portal;
  private final Tabs tabs;

  ConnectLooksIT(DemoPortal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
  }

  static Stream<Look> looks() {
    return PageWalk.looks();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void isAccessibleAndFits(Look look) {
    Tab tab = portal.signedIn(tabs, look, "julie@laval.example");
    PageWalk walk = new PageWalk(tab, look);
    tab.go("/c/laval/batteries");
    open(tab, "[data-battery] a");
    open(tab, "a[href$='/connect']");
    walk.see("connect");
    assertThat(tab.page().locator("[data-listen] dl")).isVisible();
    open(tab, "a[href$='check=1']");
    walk.see("connect-check");
  }

  private static void open(Tab tab, String link) {
    String before = tab.page().url();
    tab.page().locator(link).first().click();
    tab.page().waitForURL(url -> !url.equals(before));
  }
}
