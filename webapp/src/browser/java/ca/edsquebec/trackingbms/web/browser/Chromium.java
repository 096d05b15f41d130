package ca.edsquebec.trackingbms.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one Chromium of a JVM. Only for the thread that started it. */
final class Chromium implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-dev-shm-usage",
          "--disable-gpu",
          "--disable-quic",
          "--disable-sync",
          // No name is ever looked up: what asks for another host fails at once.
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
          "--no-first-run");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts the one named by TBMS_CHROMIUM, or else Debian's. */
  static Chromium start() {
    Path program = Path.of(System.getenv().getOrDefault("TBMS_CHROMIUM", "/usr/bin/chromium"));
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      return new Chromium(
          playwright,
          playwright
              .chromium()
              .launch(new LaunchOptions().setExecutablePath(program).setArgs(FLAGS)));
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  /**
   * A visitor that has never been here, and is in another zone than the batteries.
   *
   * @param scripts whether the browser runs any
   */
  BrowserContext visitor(Look look, boolean scripts) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setLocale(look.locale())
            .setJavaScriptEnabled(scripts)
            .setTimezoneId("Asia/Tokyo")
            .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setViewportSize(look.width(), look.height()));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
