package ca.edsquebec.trackingbms.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What follows the contract of data-battery shows what is new. */
@ExtendWith(BrowserExtension.class)
class PatchIT {

  private static final Duration STALE_AFTER = Duration.ofSeconds(10);

  /** Every part that can be patched, as the tags write them. */
  private static final String PARTS =
      """
      <section id="sample" data-battery="%s" data-condition="normal" data-capacity="100">
      <span data-status><span class="status status-normal">Normal</span></span>
      <small data-reason></small><small data-received hidden></small>
      <span class="soc" data-soc><svg class="soc-bar" viewBox="0 0 60 12"><rect class="fill" width="53"/></svg>
      <b data-metric="soc" data-format="soc"></b></span>
      <span class="voltage" data-metric="packVoltage" data-format="packVoltage" data-parts><b class="value"></b><small></small></span>
      <span class="current" data-metric="current" data-format="current"></span><span data-flow></span>
      <svg data-ring data-label="SOC" class="ring"><circle class="fill"/><text data-ring-value></text></svg>
      <svg class="bullet" data-bullet="packVoltage" data-low="40" data-high="60"></svg>
      <time data-age="long"></time>
      </section>
      """;

  private static LiveFleet fleet;

  private final Page page;
  private final Locator sample;

  PatchIT(Tabs tabs) {
    fleet.report("\"soc\":50");
    Tab tab = fleet.dashboard(tabs);
    page = tab.page();
    page.evaluate(
        "(parts) => document.getElementById('content').insertAdjacentHTML('beforeend', parts)",
        PARTS.formatted(fleet.uid()));
    sample = page.locator("#sample");
  }

  @BeforeAll
  static void start() {
    fleet = new LiveFleet(STALE_AFTER);
  }

  @AfterAll
  static void stop() {
    fleet.close();
  }

  @BeforeEach
  void report() {
    fleet.report("\"soc\":12.3,\"packVoltage\":51.25,\"current\":-20");
  }

  @Test
  void valuesComeInTheFormatsOfTheServer() {
    assertThat(sample.locator(".voltage")).hasText(Pattern.compile("^51,25.V$"));
    assertThat(sample.locator(".voltage .value")).hasText("51,25");
    assertThat(sample.locator(".current")).hasText("−20,0\u00a0A");
    assertThat(sample.locator("b[data-metric=soc]")).hasText("12\u00a0%");
    assertThat(sample.locator("time")).hasText(Pattern.compile("il.y.a.\\d.s"));
  }

  @Test
  void whatIsNoLongerReportedIsAbsentAndNotZero() {
    assertThat(sample.locator(".voltage .value")).hasText("51,25");
    fleet.report("\"soc\":13");
    assertThat(sample.locator(".voltage")).hasText("—");
    assertThat(sample.locator("[data-flow]")).hasText("—");
    assertThat(sample.locator(".bullet .mark")).hasCount(0);
  }

  @Test
  void drawingsFollow() {
    assertThat(sample.locator(".soc-bar .fill")).hasAttribute("width", "6.5");
    assertThat(sample.locator(".soc-bar")).hasClass("soc-bar soc-low");
    assertThat(sample.locator("[data-ring]")).hasAttribute("aria-label", "SOC 12,3\u00a0%");
    assertThat(sample.locator(".ring .fill")).hasAttribute("stroke-dasharray", "30.1 327");
    assertThat(sample.locator(".bullet .mark")).hasAttribute("x", "133");
  }

  @Test
  void aSmallCurrentForTheCapacityIsIdle() {
    assertThat(sample.locator("[data-flow]")).hasText("Décharge");
    fleet.report("\"current\":0.9");
    assertThat(sample.locator("[data-flow]")).hasText("Repos");
    fleet.report("\"current\":1.1");
    assertThat(sample.locator("[data-flow]")).hasText("Charge");
  }

  @Test
  void theWorstAlarmIsTheReason() {
    fleet.report(
        "\"alarms\":[{\"code\":\"low-soc\",\"level\":\"warning\"},"
            + "{\"code\":\"fuse-blown\",\"level\":\"critical\"}]");
    assertThat(sample).hasAttribute("data-condition", "critical");
    assertThat(sample.locator("[data-status]")).hasText("Critique");
    assertThat(sample.locator("[data-reason]")).hasText("Fusible grillé");
  }

  @Test
  void aSilentBatteryTurnsStaleByItselfAndBackByASample() {
    assertThat(sample.locator("[data-flow]")).hasText("Décharge");
    sample.and(page.locator("[data-condition=stale]")).waitFor();
    assertThat(sample.locator("[data-status]")).hasText("Données périmées");
    assertThat(sample.locator(".soc-bar")).hasClass("soc-bar soc-stale");
    assertThat(sample.locator("[data-received]")).hasText(Pattern.compile("^Reçue à .*il.y.a"));
    fleet.report("\"soc\":14");
    assertThat(sample).hasAttribute("data-condition", "normal");
    assertThat(sample.locator("[data-received]")).isHidden();
  }
}
