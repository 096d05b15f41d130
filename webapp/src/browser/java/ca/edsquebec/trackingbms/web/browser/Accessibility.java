package ca.edsquebec.trackingbms.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What axe-core can tell; people with a keyboard and a screen reader find the rest. */
final class Accessibility {

  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Accessibility() {}

  static void check(Page page, Look look) {
    List<Rule> violations = new AxeBuilder(page).withTags(TAGS).analyze().getViolations();
    assertThat(violations.stream().map(Accessibility::told))
        .as("accessibility of %s (%s)", page.url(), look)
        .isEmpty();
  }

  private static String told(Rule rule) {
    return rule.getNodes().stream()
        .map(
            node ->
                "\n    %s\n      %s"
                    .formatted(node.getHtml(), node.getFailureSummary().replace("\n", "\n      ")))
        .collect(
            Collectors.joining(
                "",
                "\n  %s (%s): %s".formatted(rule.getId(), rule.getImpact(), rule.getHelp()),
                ""));
  }
}
