package ca.edsquebec.trackingbms.web.browser;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Where pictures of pages go: {@code -Dtbms.screenshots=FOLDER}, or webapp/target/screenshots. */
final class Screenshots {

  private Screenshots() {}

  static boolean forTheManual() {
    return !System.getProperty("tbms.screenshots", "").isEmpty();
  }

  static Path write(Page page, String name) {
    String given = System.getProperty("tbms.screenshots", "");
    Path root = TestDatabase.projectRoot();
    Path folder = given.isEmpty() ? root.resolve("webapp/target/screenshots") : root.resolve(given);
    Path file = folder.resolve(name.replaceAll("[^\\w.-]+", "-") + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    return file;
  }
}
