package ca.edsquebec.trackingbms.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a JSP or a tag file may not hold: each breach in a sentence that says what to do instead.
 */
final class PageRules {

  /** Names and units that are the same in every language; S counts cells in series. */
  private static final Pattern NAMES =
      Pattern.compile("&#?\\w+;|\\b(TrackingBMS|EDS Québec|Tracking|BMS|SOC|S|h|V|A|kW|kWh)\\b");

  /** What only developers see may speak to them. */
  private static final String TESTS = "src/test/";

  private static final Pattern WORD = Pattern.compile("\\p{L}");

  /** Attributes of HTML and of our tags that people read or hear. */
  private static final Set<String> SHOWN =
      Set.of("title", "text", "label", "note", "alt", "placeholder", "aria-label");

  private static final Pattern OUTSIDE_VALUES = Pattern.compile("\"[^\"]*\"");
  private static final Pattern STYLE_OR_HANDLER =
      Pattern.compile("(?i)(?<![\\w-])(style|on[a-z]+)\\s*=");

  private final List<String> complaints = new ArrayList<>();
  private final Escaping escaping;

  private PageRules(Escaping escaping) {
    this.escaping = escaping;
  }

  /** The breaches of these pages; the tags they call are to be among them. */
  static List<String> complaints(List<Markup> pages) {
    PageRules rules = new PageRules(new Escaping(pages));
    pages.forEach(rules::check);
    return rules.complaints;
  }

  private void check(Markup page) {
    refuse(
        page, "<%(?![@-])|<jsp:(scriptlet|expression|declaration)", "is Java: use JSTL or a tag");
    refuse(page, "escapeXml=\"false\"", "lets markup through");
    refuse(page, "\\} <(?!/?c:)[a-z/]", "loses its space to the compiler of JSPs: write &#32;");
    refuse(page, "(?i)(https?:|[\"'(])//[\\w.]", "names another host: pages load from here only");
    for (Markup.Tag element : page.elements) {
      checkElement(page, element);
    }
    for (Markup.Tag action : page.actions) {
      checkShown(page, action);
    }
    for (Markup.Piece text : page.texts) {
      checkWords(page, text);
      text.expressions().forEach(el -> checkEscaped(page, text.line(), el));
    }
  }

  private void refuse(Markup page, String pattern, String why) {
    Pattern.compile(pattern)
        .matcher(page.source)
        .results()
        .forEach(found -> complain(page, page.line(found.start()), found.group(), why));
  }

  private void checkElement(Markup page, Markup.Tag element) {
    String names = OUTSIDE_VALUES.matcher(element.all().text()).replaceAll("\"\"");
    STYLE_OR_HANDLER
        .matcher(names)
        .results()
        .forEach(
            found ->
                complain(
                    page,
                    element.line(),
                    found.group(),
                    "is stopped by the content policy: use a class, or a script of static/app"));
    if (names.contains("='")) {
      complain(page, element.line(), names, "use double quotes: fn:escapeXml expects them");
    }
    Markup.Piece type = element.attributes().get("type");
    boolean data = type != null && type.text().equals("application/json");
    if (element.name().equals("style")
        || (element.name().equals("script") && !element.attributes().containsKey("src") && !data)) {
      complain(
          page,
          element.line(),
          "<" + element.name() + ">",
          "is stopped by the content policy: load a file of static/app");
    }
    checkShown(page, element);
    element.all().expressions().forEach(el -> checkEscaped(page, element.line(), el));
  }

  private void checkShown(Markup page, Markup.Tag tag) {
    for (var attribute : tag.attributes().entrySet()) {
      if (SHOWN.contains(attribute.getKey())) {
        checkWords(page, attribute.getValue());
      }
    }
  }

  private void checkWords(Markup page, Markup.Piece piece) {
    if (page.path.startsWith(TESTS)) {
      return;
    }
    List<String> shown = new ArrayList<>(List.of(piece.text()));
    for (String expression : piece.expressions()) {
      Expressions.outcomes(expression).stream()
          .filter(Expressions::isLiteral)
          .map(Expressions::literal)
          .forEach(shown::add);
    }
    for (String text : shown) {
      if (WORD.matcher(NAMES.matcher(text).replaceAll("")).find()) {
        complain(
            page,
            piece.line(),
            text.strip(),
            "is a word in the page: put it into both texts*.properties, ${fn:escapeXml(t.of('key'))}");
      }
    }
  }

  private void checkEscaped(Markup page, int line, String expression) {
    if (!escaping.isSafe(page, expression)) {
      complain(
          page,
          line,
          "${" + expression + "}",
          "may print markup: write ${fn:escapeXml(…)}. If it can only be a number, an id or a word"
              + " of ours, add its last call to Escaping.SAFE_ANSWERS");
    }
  }

  private void complain(Markup page, int line, String what, String why) {
    complaints.add("%s:%d: %s %s".formatted(page.path, line, what, why));
  }
}
