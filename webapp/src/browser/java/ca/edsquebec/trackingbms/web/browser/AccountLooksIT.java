package ca.edsquebec.trackingbms.web.browser;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages about one's own account, and those that a link in a mail opens. */
@ExtendWith({DemoPortal.Extension.class, BrowserExtension.class})
class AccountLooksIT {

  private final DemoPortal portal;
  private final Tabs tabs;

  AccountLooksIT(DemoPortal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
  }

  static Stream<Look> looks() {
    return PageWalk.looks();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void onesOwnAccountIsAccessibleAndFits(Look look) {
    Tab tab = portal.signedIn(tabs, look, "alain@nord.example");
    PageWalk walk = new PageWalk(tab, look);
    walk.see("/account", "account");
    walk.see("/account/second-factor", "second-factor");
  }

  @ParameterizedTest
  @MethodSource("looks")
  void whatLinksOpenIsAccessibleAndFits(Look look) {
    Tab tab = tabs.open(look, portal.url());
    tab.go("/login?lang=" + look.locale().substring(0, 2));
    PageWalk walk = new PageWalk(tab, look);
    walk.see("/forgot", "forgot");
    walk.see("/forgot?done", "forgot-done");
    walk.see(portal.mailbox().linkTo(portal.office().forgetful()), "reset");
    walk.see(portal.mailbox().linkTo(portal.office().invited()), "invitation");
    tab.expectFault("400");
    walk.see("/reset?token=used", "reset-expired");
    walk.see("/invitation?token=used", "invitation-expired");
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aSharedDashboardIsAccessibleAndFits(Look look) {
    Tab tab = tabs.open(look, portal.url());
    tab.go("/login?lang=" + look.locale().substring(0, 2));
    tab.go(portal.office().share());
    tab.awaitLive();
    new PageWalk(tab, look).see("shared-dashboard");
  }
}
