package ca.edsquebec.trackingbms.web.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the pages of one visitor did that no page may do. */
final class Faults {

  /** The browser's own message about it depends on its version; this one doesn't. */
  private static final String TELL_VIOLATIONS =
      """
      addEventListener('securitypolicyviolation', (e) => console.error(
        `security policy: ${e.effectiveDirective} stopped ${e.blockedURI} in ${e.sourceFile}:${e.lineNumber}`));
      """;

  private final Pattern harmless;
  private final List<String> seen = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  /**
   * @param origin the only one that may be asked; null for none
   */
  Faults(BrowserContext visitor, URI origin) {
    String own = origin == null ? "" : "|(http|ws)://" + Pattern.quote(origin.getAuthority()) + "/";
    this.harmless = Pattern.compile("(data:|blob:|about:" + own + ")");
    visitor.addInitScript(TELL_VIOLATIONS);
    visitor.onRequest(request -> judge(request.url()));
    visitor.onPage(page -> page.onWebSocket(socket -> judge(socket.url())));
    visitor.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            seen.add("console: " + message.text() + " (" + message.location() + ")");
          }
        });
    visitor.onWebError(error -> seen.add("uncaught: " + error.error()));
  }

  private void judge(String url) {
    if (!harmless.matcher(url).lookingAt()) {
      seen.add("another host: " + url);
    }
  }

  void expect(String part) {
    expected.add(part);
  }

  /** Those that were not expected, and the expected ones that did not come. */
  List<String> complaints(List<Page> open) {
    // An answer from a page comes after all that it has told before.
    open.forEach(page -> page.evaluate("0"));
    List<String> complaints = new ArrayList<>();
    seen.stream()
        .filter(fault -> expected.stream().noneMatch(fault::contains))
        .forEach(complaints::add);
    expected.stream()
        .filter(part -> seen.stream().noneMatch(fault -> fault.contains(part)))
        .forEach(part -> complaints.add("expected, but did not come: " + part));
    return complaints;
  }
}
