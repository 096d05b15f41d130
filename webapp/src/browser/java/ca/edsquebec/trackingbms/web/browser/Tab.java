package ca.edsquebec.trackingbms.web.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A window of a visitor that is new to the portal: no cookie, nothing cached. The test ends it and
 * then fails when a page asked another host, did what the security policy stops, or logged an
 * error.
 */
public final class Tab {

  private final BrowserContext visitor;
  private final URI origin;
  private final Look look;
  private final Faults faults;
  private final Page page;

  Tab(BrowserContext visitor, Look look, URI origin) {
    this.visitor = visitor;
    this.origin = origin;
    this.look = look;
    this.faults = new Faults(visitor, origin);
    this.page = visitor.newPage();
  }

  /** What is shown, for all that Playwright can do. */
  public Page page() {
    return page;
  }

  /** Goes to that path of the portal, and returns its answer once the page has loaded. */
  public Response go(String path) {
    return page.navigate(origin + path);
  }

  /** Signs in as a person does, who has chosen the language: it goes before the account's own. */
  public void signIn(String email, String password) {
    enterPassword(email, password);
    page.waitForURL("**/c/**");
  }

  /** As {@link #signIn}, whatever comes then: a code may be asked for. */
  void enterPassword(String email, String password) {
    go("/login?lang=" + look.locale().substring(0, 2));
    page.fill("#email", email);
    page.fill("#password", password);
    page.click(".signin button[type=submit]");
    page.waitForURL(url -> !url.contains("/login?lang"));
  }

  /** Waits until the page says that it is live. */
  public void awaitLive() {
    page.waitForSelector("#live[data-state=live]");
  }

  /** Lets a fault pass whose text contains this, and fails the test when none comes. */
  public void expectFault(String part) {
    faults.expect(part);
  }

  /** Fails on what axe-core finds wrong with the page as it is now, by WCAG 2.2 A and AA. */
  public void assertAccessible() {
    Accessibility.check(page, look);
  }

  /** Fails when the page as it is now must be moved sideways at one of these widths. */
  public void assertFits(int... widths) {
    Widths.check(page, look, widths);
  }

  /** Writes the whole page to {@code NAME-LOOK.png} in the folder of screenshots. */
  public Path screenshot(String name) {
    return Screenshots.write(page, name + "-" + look);
  }

  List<String> complaints() {
    return faults.complaints(visitor.pages());
  }

  void close() {
    visitor.close();
  }
}
