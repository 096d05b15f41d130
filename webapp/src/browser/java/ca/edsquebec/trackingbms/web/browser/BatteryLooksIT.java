package ca.edsquebec.trackingbms.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of one battery in the browser: how it looks, and that it follows what is sent. */
@ExtendWith({PortalExtension.class, BrowserExtension.class})
class BatteryLooksIT {

  private static final int[] WIDTHS = {320, 390, 768, 1440};
  private static final int CELLS = 216;

  private final Portal portal;
  private final Tabs tabs;
  private final TestBattery battery;

  BatteryLooksIT(Portal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
    this.battery = portal.battery();
  }

  static Stream<Look> looks() {
    return PageWalk.looks();
  }

  private Tab open(Look look) {
    Tab tab = tabs.open(look, portal.http().base());
    tab.signIn(portal.acme().user().email(), portal.acme().user().password());
    tab.go("/c/acme/batteries/" + battery.id());
    tab.awaitLive();
    return tab;
  }

  private void post(long ts, String fields) {
    String body = "{\"battery\":\"%s\",\"ts\":%d,%s}".formatted(battery.code(), ts, fields);
    assertThat(
            portal
                .http()
                .postJson("/api/v1/ingest/samples", portal.acme().ingestKey(), body)
                .json()
                .at("/accepted")
                .asInt())
        .isEqualTo(1);
  }

  private static String whole(double soc) {
    String cells =
        IntStream.range(0, CELLS)
            .mapToObj(i -> String.valueOf(3.6 + i % 17 / 1000.0))
            .collect(Collectors.joining(","));
    return """
        "soc":%s,"soh":94.2,"current":-74.2,"packVoltage":131.4,"temperatures":[21,22.5],
        "chargeCurrentLimit":120,"dischargeCurrentLimit":180,"cellVoltages":[%s],
        "alarms":[{"code":"cell-imbalance","level":"warning","raw":"SPREAD"}]"""
        .formatted(soc, cells);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void isAccessibleAndFitsWithManyCellsAndOpenTables(Look look) {
    post(System.currentTimeMillis() - 600_000, whole(60));
    post(System.currentTimeMillis(), whole(61));
    Tab tab = open(look);
    tab.page().waitForSelector("[data-gaps]:not([hidden])");
    tab.assertAccessible();
    tab.screenshot("battery");
    tab.page().click("[aria-controls=history-rows]");
    tab.page().click("[aria-controls=cells-rows]");
    tab.page().waitForSelector("#history-rows td");
    tab.assertAccessible();
    tab.assertFits(WIDTHS);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void isAccessibleAndFitsBeforeItsFirstMeasurement(Look look) {
    Tab tab = open(look);
    tab.page().waitForSelector("#history-box[data-state=empty]");
    tab.assertAccessible();
    tab.screenshot("battery-never-heard");
    tab.assertFits(WIDTHS);
  }

  @Test
  void followsWhatIsSent() {
    post(System.currentTimeMillis(), whole(60));
    Page page = open(Look.DESKTOP).page();
    page.waitForSelector("#history-box[data-state=ready]");
    post(
        System.currentTimeMillis(),
        "\"soc\":17.5,\"current\":20,\"packVoltage\":130,"
            + "\"alarms\":[{\"code\":\"fuse-blown\",\"level\":\"critical\",\"raw\":\"F1\"}]");
    PlaywrightAssertions.assertThat(page.locator("[data-ring-value]")).containsText("17,5");
    PlaywrightAssertions.assertThat(page.locator("#alarm-banner .banner-critical"))
        .containsText("Fusible grillé");
    PlaywrightAssertions.assertThat(page.locator("#alarms li")).hasCount(1);
    page.waitForFunction(
        "() => Chart.getChart(document.querySelector('canvas[data-series=soc]'))"
            + ".data.datasets[0].data.at(-1)?.y === 17.5");
  }

  @Test
  void historyThatFailsSaysSoAndCanBeAskedAgain() {
    post(System.currentTimeMillis(), whole(60));
    Tab tab = open(Look.DESKTOP);
    Page page = tab.page();
    page.waitForSelector("#history-box[data-state=ready]");
    tab.expectFault("503");
    page.route(
        "**/history?**",
        route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(503)));
    page.click("[data-range='1h']");
    page.waitForSelector("#history-box[data-state=error]");
    page.unroute("**/history?**");
    page.click("[data-retry]");
    page.waitForSelector("#history-box[data-state=ready]");
    assertThat(page.url()).endsWith("?range=1h");
  }
}
