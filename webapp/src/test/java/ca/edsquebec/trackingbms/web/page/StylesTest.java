package ca.edsquebec.trackingbms.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our style sheets style what pages and scripts draw, and nothing else. */
class StylesTest {

  private static final Pattern NOT_A_SELECTOR =
      Pattern.compile("/\\*.*?\\*/|\\{[^{}]*\\}", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");

  private static List<String> unused(Map<String, String> sheets, DrawnClasses drawn) {
    return sheets.entrySet().stream()
        .flatMap(
            sheet ->
                CLASS
                    .matcher(NOT_A_SELECTOR.matcher(sheet.getValue()).replaceAll(""))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !drawn.has(name))
                    .distinct()
                    .map(name -> sheet.getKey() + ": nothing is ." + name))
        .toList();
  }

  @Test
  void everyClassIsDrawnByAPageOrAScript() {
    Stream<String> code =
        Stream.concat(
            Sources.scripts().values().stream(),
            Sources.java().values().stream().filter(source -> source.contains("class=\\\"")));
    DrawnClasses drawn = new DrawnClasses(Sources.pages(), code);

    assertThat(unused(Sources.styles(), drawn)).isEmpty();
  }

  @Test
  void classesAreSeenInExpressionsAndInScripts() {
    Markup page =
        new Markup(
            "a.jsp",
            "<p class=\"a${x ? ' is-wide' : ''} tone-${condition}\"></p><ui:card kind=\"soc-card\"/>");
    DrawnClasses drawn =
        new DrawnClasses(List.of(page), Stream.of("add('new', `flow-${way}`); // old"));

    assertThat(
            unused(
                Map.of(
                    "a.css",
                    ".a .is-wide, .soc-card:not(.new), .tone-stale { width: 0.5rem }"
                        + " @media print { .tone-red > .flow-idle, .old { margin: 0 } }"),
                drawn))
        .containsExactly("a.css: nothing is .tone-red", "a.css: nothing is .old");
  }
}
