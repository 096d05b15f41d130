package ca.edsquebec.trackingbms.web.browser;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of a client's and of the platform's administration: accessible, and it fits. */
@ExtendWith({DemoPortal.Extension.class, BrowserExtension.class})
class AdministrationPagesIT {

  private static final String ADMIN = "/c/laval/admin";

  private final DemoPortal portal;
  private final Tabs tabs;

  AdministrationPagesIT(DemoPortal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
  }

  static Stream<Look> looks() {
    return PageWalk.looks();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aClientsAdministrationIsAccessibleAndFits(Look look) {
    Tab tab = portal.signedIn(tabs, look, "julie@laval.example");
    PageWalk walk = new PageWalk(tab, look);
    walk.see(ADMIN + "/users", "users");
    open(tab, ".row-actions a");
    walk.see("user");
    walk.see(ADMIN + "/invitations/new", "invite");
    walk.see(ADMIN + "/roles", "roles");
    open(tab, "thead a");
    walk.see("role");
    walk.see(ADMIN + "/keys", "keys");
    walk.see(ADMIN + "/shares", "shares");
    walk.see(ADMIN + "/fields", "fields");
    walk.see(ADMIN + "/fields/quart/edit", "field");
    walk.see(ADMIN + "/gateways", "gateways");
    open(tab, "tbody a");
    walk.see("gateway");
    walk.see(ADMIN + "/gateways/new", "gateway-new");
    walk.see(ADMIN + "/settings", "settings");
    walk.see(ADMIN + "/audit", "audit");
    tab.go("/c/laval/batteries");
    open(tab, "[data-battery] a");
    open(tab, "a[href$='/details']");
    walk.see("battery-details");
  }

  @ParameterizedTest
  @MethodSource("looks")
  void thePlatformsAdministrationIsAccessibleAndFits(Look look) {
    Tab tab = portal.signedInForThePlatform(tabs, look);
    PageWalk walk = new PageWalk(tab, look);
    walk.see("/platform/users", "platform-users");
    walk.see("/platform/audit", "platform-audit");
    walk.see("/platform/system", "platform-system");
  }

  private static void open(Tab tab, String link) {
    String before = tab.page().url();
    tab.page().locator(link).first().click();
    tab.page().waitForURL(url -> !url.equals(before));
  }
}
