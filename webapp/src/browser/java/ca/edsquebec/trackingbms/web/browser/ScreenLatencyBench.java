package ca.edsquebec.trackingbms.web.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long it takes from a measurement to the pixel: the demo's simulator sends frames each second
 * through the frames endpoint, a page shows them. Not part of the build; run it by its name. Prints
 * the delays of {@value #SAMPLES} changes of one battery's page.
 */
@ExtendWith({DemoPortal.Extension.class, BrowserExtension.class})
class ScreenLatencyBench {

  private static final int SAMPLES = 100;

  private static final String OBSERVE =
      """
      wanted => new Promise(done => {
        const delays = [];
        const time = document.querySelector('time[data-age][data-ts]');
        let shown = time.dataset.ts;
        new MutationObserver(() => {
          const ts = time.dataset.ts;
          if (ts === shown) return;
          shown = ts;
          requestAnimationFrame(() => requestAnimationFrame(() => {
            delays.push(Date.now() - Number(ts));
            if (delays.length === wanted) done(delays.sort((a, b) => a - b));
          }));
        }).observe(time, { attributes: true });
      })
      """;

  @Test
  void measurementToScreen(DemoPortal portal, Tabs tabs) {
    Tab tab = portal.signedIn(tabs, Look.DESKTOP, "julie@laval.example");
    Page page = tab.page();
    tab.go("/c/laval/batteries");
    page.locator("[data-battery] a").last().click();
    page.waitForURL("**/batteries/*");
    tab.awaitLive();
    List<?> delays = (List<?>) page.evaluate(OBSERVE, SAMPLES);
    System.out.printf(
        Locale.ROOT,
        "measurement to screen: p50 %s ms, p95 %s ms, most %s ms%n",
        delays.get(SAMPLES / 2),
        delays.get(SAMPLES * 95 / 100),
        delays.get(SAMPLES - 1));
  }
}
