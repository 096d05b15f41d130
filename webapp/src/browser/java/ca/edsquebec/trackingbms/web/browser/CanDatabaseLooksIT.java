package ca.edsquebec.trackingbms.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of CAN databases: accessible, they fit, and the preview follows what is typed. */
@ExtendWith({DemoPortal.Extension.class, BrowserExtension.class})
class CanDatabaseLooksIT {

  private static final String DBC =
      """
      BO_ 416 Pack: 8 Bms
       SG_ PackVoltage : 0|16@1+ (100,0) [0|0] "mV" X
       SG_ Pack_Current : 16|16@1- (0.1,0) [0|0] "A" X
       SG_ SOC : 32|8@1+ (0.5,0) [0|0] "%" X
       SG_ State : 40|4@1+ (1,0) [0|0] "" X
      BO_ 417 Cells: 8 Bms
       SG_ Row M : 0|8@1+ (1,0) [0|0] "" X
       SG_ Cell1_Voltage m0 : 8|16@1+ (1,0) [0|0] "mV" X
       SG_ Cell2_Voltage m1 : 8|16@1+ (1,0) [0|0] "mV" X
      CM_ SG_ 416 SOC "As the maker counts it";
      """;

  private final DemoPortal portal;
  private final Tabs tabs;

  CanDatabaseLooksIT(DemoPortal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
  }

  static Stream<Look> looks() {
    return PageWalk.looks();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void areAccessibleAndFit(Look look) {
    Tab tab = portal.signedIn(tabs, look, "julie@laval.example");
    PageWalk walk = new PageWalk(tab, look);
    walk.see("/c/laval/admin/can-databases", "can-databases");
    upload(tab);
    tab.page().fill("#log", "(1700000000.000000) can0 1A0#0B02640099020000");
    tab.page().locator("[name=i1]").check();
    assertThat(tab.page().locator("[data-preview=ours-1]")).containsText("10");
    assertThat(tab.page().locator("[data-preview=ours-1]")).containsText("−");
    walk.see("can-database");
    tab.page().locator("form[data-mapping] button.btn-primary").click();
    tab.page().waitForURL("**done=saved**");
    tab.go("/c/laval/admin/can-databases");
    walk.see("can-databases-list");
  }

  private static void upload(Tab tab) {
    tab.page()
        .setInputFiles(
            "#file",
            new FilePayload(
                "pack-" + UUID.randomUUID().toString().substring(0, 6) + ".dbc",
                "text/plain",
                DBC.getBytes(StandardCharsets.UTF_8)));
    tab.page().locator("form[enctype] button").click();
    tab.page().waitForURL("**done=added**");
  }
}
