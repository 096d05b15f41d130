package ca.edsquebec.trackingbms.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own scripts: without words of their own, and without what lets markup in. */
class ScriptsTest {

  /** Comments hold apostrophes: they go first. */
  private static final Pattern COMMENT_OR_STRING =
      Pattern.compile(
          "//[^\n]*|/\\*.*?\\*/|'((?:\\\\.|[^'\\\\\n])*)'|\"((?:\\\\.|[^\"\\\\\n])*)\""
              + "|`((?:\\\\.|[^`\\\\])*)`",
          Pattern.DOTALL);

  /** A sentence, or anything with an accent. Selectors, names and units are neither. */
  private static final Pattern SENTENCE =
      Pattern.compile("^\\p{Lu}\\p{Ll}+( [\\p{Ll}]+)+|[À-ÖØ-öø-ÿ]|\\p{Ll}+ \\p{Ll}+[.!?…]$");

  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:textContent|innerText|ariaLabel|title|placeholder|alt)\\s*[:=]\\s*['\"`]([^'\"`]*)");

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function"
              + "|https?://|setAttribute\\(['\"]style");

  static List<String> complaints(Map<String, String> scripts) {
    return scripts.entrySet().stream()
        .flatMap(script -> complaints(script.getKey(), script.getValue()))
        .toList();
  }

  private static Stream<String> complaints(String path, String source) {
    Stream<String> sentences =
        COMMENT_OR_STRING
            .matcher(source)
            .results()
            .flatMap(found -> Stream.of(1, 2, 3).map(found::group))
            .filter(text -> text != null && SENTENCE.matcher(text).find())
            .map(text -> path + ": “" + text + "” belongs into texts*.properties");
    Stream<String> words =
        SHOWN
            .matcher(source)
            .results()
            .map(found -> found.group(1).replaceAll("\\$\\{.*", ""))
            .filter(text -> text.matches("(?s).*\\p{L}{2}.*"))
            .map(text -> path + ": “" + text + "” is shown: it belongs into texts*.properties");
    Stream<String> forbidden =
        FORBIDDEN
            .matcher(source)
            .results()
            .map(found -> path + ": " + found.group() + " lets in markup, code or another host");
    return Stream.of(sentences, words, forbidden).flatMap(all -> all);
  }

  @Test
  void noScriptBreaksARule() {
    assertThat(complaints(Sources.scripts())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "say('Connection lost');",
        "say(`Reçue à ${at}`);",
        "say('values are frozen.');",
        "node.textContent = 'Hors';",
        "make({ ariaLabel: 'Fermer' });",
        "node.innerHTML = x;",
        "eval('x');",
        "fetch('https://example.org');",
        "node.setAttribute('style', x);"
      })
  void everyRuleIsHeld(String fault) {
    assertThat(complaints(Map.of("planted.js", fault))).hasSize(1);
  }
}
