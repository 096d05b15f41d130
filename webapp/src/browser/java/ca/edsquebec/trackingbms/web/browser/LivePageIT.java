package ca.edsquebec.trackingbms.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page keeps up with its battery, and says how it is connected. */
@ExtendWith(BrowserExtension.class)
class LivePageIT {

  private static final String BATTERY = ".heat-cell[data-battery]";
  private static final String SOC = BATTERY + " [data-metric=soc]";

  private static LiveFleet fleet;

  private final Tabs tabs;

  LivePageIT(Tabs tabs) {
    this.tabs = tabs;
  }

  @BeforeAll
  static void start() {
    fleet = new LiveFleet(Duration.ofMinutes(10));
  }

  @AfterAll
  static void stop() {
    fleet.close();
  }

  @BeforeEach
  void reportSomething() {
    fleet.report("\"soc\":50");
  }

  private static void awaitState(Page page, String state, Duration patience) {
    page.waitForSelector(
        "#live[data-state=" + state + "]",
        new Page.WaitForSelectorOptions().setTimeout((double) patience.toMillis()));
  }

  private static void awaitState(Page page, String state) {
    awaitState(page, state, Duration.ofSeconds(20));
  }

  private static void hide(Page page, boolean hidden) {
    page.evaluate(
        """
        (hidden) => {
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """,
        hidden);
  }

  @Test
  void showsWhatTheBatteryReports() {
    Page page = fleet.dashboard(tabs).page();
    fleet.report("\"soc\":61.4");
    assertThat(page.locator(SOC)).hasText("61");
    assertThat(page.locator("#live-word")).hasText("En direct");
    assertThat(page.locator("#live-note")).containsText("mise à jour il y a");
  }

  @Test
  void tellsThatTheServerIsGoneAndShowsWhatWasMissedOnReturn() {
    Tab tab = fleet.dashboard(tabs);
    tab.expectFault("net::ERR_CONNECTION");
    Page page = tab.page();
    Locator banner = page.locator("#connection .banner");
    fleet.stop();
    try {
      awaitState(page, "offline");
      assertThat(page.locator("#live-word")).hasText("Hors ligne");
      assertThat(banner).containsText("Connexion au serveur perdue. Valeurs figées à");
      assertThat(banner.locator("[aria-hidden=true].countdown"))
          .containsText(Pattern.compile("Nouvel essai"));
      assertThat(page.locator(SOC)).hasText("50");
      tab.screenshot("connection-lost");
      tab.assertAccessible();
    } finally {
      fleet.start();
    }
    fleet.report("\"soc\":33");
    page.waitForCondition(
        () -> !"Hors ligne".equals(page.textContent("#live-word")),
        new Page.WaitForConditionOptions().setTimeout(40_000));
    assertThat(banner).hasText("Connexion rétablie.");
    assertThat(page.locator(SOC)).hasText("33");
    tab.awaitLive();
    assertThat(banner).hasCount(0);
  }

  @Test
  void triesAgainAtOnceWhenAsked() {
    Tab tab = fleet.dashboard(tabs);
    tab.expectFault("net::ERR_CONNECTION");
    Page page = tab.page();
    fleet.stop();
    try {
      page.getByText("Nouvel essai dans 30")
          .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    } finally {
      fleet.start();
    }
    page.getByText("Réessayer").click();
    tab.awaitLive();
  }

  @Test
  void asksByPollWhereNoWebSocketGetsThrough() {
    Tab tab = fleet.signedIn(tabs);
    Page page = tab.page();
    page.routeWebSocket(Pattern.compile("/ws/live"), socket -> socket.close());
    page.reload();
    awaitState(page, "polling");
    assertThat(page.locator("#live-word")).hasText("En direct (par interrogation)");
    fleet.report("\"soc\":44");
    assertThat(page.locator(SOC)).hasText("44");
    fleet.report("\"soc\":45");
    assertThat(page.locator(SOC)).hasText("45");
  }

  @Test
  void goesBackToTheWebSocketWhenItGetsThroughAgain() {
    Page page = fleet.signedIn(tabs).page();
    page.clock().install();
    AtomicInteger tries = new AtomicInteger();
    page.routeWebSocket(
        Pattern.compile("/ws/live"),
        socket -> {
          if (tries.incrementAndGet() <= 2) {
            socket.close();
          } else {
            socket.connectToServer();
          }
        });
    page.reload();
    awaitState(page, "polling");
    page.clock().fastForward(60_000);
    awaitState(page, "live");
    assertThat(tries).hasValue(3);
    fleet.report("\"soc\":46");
    assertThat(page.locator(SOC)).hasText("46");
  }

  @Test
  void dialsAgainWhenTheLineHasFallenSilent() {
    Page page = fleet.signedIn(tabs).page();
    page.clock().install();
    AtomicInteger tries = new AtomicInteger();
    page.routeWebSocket(
        Pattern.compile("/ws/live"),
        socket -> {
          if (tries.incrementAndGet() > 1) {
            socket.connectToServer();
          }
        });
    page.reload();
    awaitState(page, "live");
    page.clock().fastForward(46_000);
    page.waitForCondition(() -> tries.get() == 2);
    awaitState(page, "live");
    fleet.report("\"soc\":47");
    assertThat(page.locator(SOC)).hasText("47");
  }

  @Test
  void restsWhileNobodyLooksAndCatchesUp() {
    Page page = fleet.signedIn(tabs).page();
    page.clock().install();
    page.reload();
    awaitState(page, "live");
    hide(page, true);
    page.clock().fastForward(31_000);
    awaitState(page, "paused");
    fleet.report("\"soc\":71");
    hide(page, false);
    awaitState(page, "live");
    assertThat(page.locator(SOC)).hasText("71");
  }

  @Test
  void leadsToSignInWhenTheSessionHasEndedElsewhere() {
    Tab tab = fleet.dashboard(tabs);
    Page page = tab.page();
    Cookie cookie =
        page.context().cookies().stream()
            .filter(one -> one.name.equals(Visitor.SESSION))
            .findFirst()
            .orElseThrow();
    var answer =
        fleet
            .http()
            .post(
                "/logout",
                null,
                "application/x-www-form-urlencoded",
                new byte[0],
                "Cookie",
                cookie.name + "=" + cookie.value,
                "Origin",
                fleet.http().base().toString(),
                "X-Requested-With",
                "test");
    assertThat(answer.status()).isEqualTo(303);
    awaitState(page, "expired", Duration.ofSeconds(40));
    assertThat(page.locator("#connection a")).hasAttribute("href", "/login?next=%2Fc%2Facme");
    assertThat(page.locator("#live-word")).hasText("Hors ligne");
    tab.screenshot("session-ended");
    tab.assertAccessible();
  }

  @Test
  void announcesABatteryThatBecomesCritical() {
    Page page = fleet.dashboard(tabs).page();
    fleet.report("\"soc\":9,\"alarms\":[{\"code\":\"deep-discharge\",\"level\":\"critical\"}]");
    assertThat(page.locator("[aria-live=polite].visually-hidden").last())
        .hasText("Nouvel état critique : L-1");
    assertThat(page.locator(BATTERY)).hasAttribute("data-condition", "critical");
    fleet.report("\"soc\":50,\"alarms\":[]");
    assertThat(page.locator(BATTERY)).hasAttribute("data-condition", "normal");
  }

  @Test
  void tellsAgesByTheServersClock() {
    Tab tab = fleet.signedIn(tabs);
    Page page = tab.page();
    page.addInitScript(
        "const real = Date.now; Date.now = () => real() - 7200000;"
            + "Date = class extends Date { constructor(...given) {"
            + " super(...(given.length ? given : [Date.now()])); } };"
            + "Date.now = () => real() - 7200000;");
    page.reload();
    tab.awaitLive();
    fleet.report("\"soc\":52");
    assertThat(page.locator("#live-note"))
        .hasText(
            Pattern.compile("mise à jour il.y.a.[1-9].s"),
            new LocatorAssertions.HasTextOptions().setTimeout(8_000));
  }
}
